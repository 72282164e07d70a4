import { useState } from 'react';
import { useCompletions, useTrace, useTraces } from '../api/hooks';
import type { TraceSummary } from '../api/types';
import { shorten, visiblePrompt, visibleToken } from '../tokens/tokenText';

interface SidePickerProps {
  label: string;
  value: string | undefined;
  onChange: (side: string) => void;
}

const NEWEST = 100;

/** The newest traces, or where there are more those whose prompts have some words, and tags; one that came by its link stands here by its id. */
export function SidePicker({ label, value, onChange }: SidePickerProps) {
  const [words, setWords] = useState('');
  const traces = useTraces({ limit: NEWEST, query: words });
  const tags = useCompletions('tag', words).data?.map((tag) => tag.value) ?? [];
  const items = traces.data?.pages.flatMap((page) => page.items) ?? [];
  const listed = [...items.map((trace) => trace.id), ...tags.map((tag) => `tag:${tag}`)];
  const searched = words !== '' || traces.hasNextPage;
  return (
    <span className="side">
      <label>
        <span>{label}</span>
        <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
          {value === undefined && <option value="">choose</option>}
          {value !== undefined && !listed.includes(value) && <Unlisted side={value} />}
          {tags.length > 0 && (
            <optgroup label="All traces with a tag">
              {tags.map((tag) => (
                <option key={tag} value={`tag:${tag}`}>
                  tag {tag}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={words ? `Traces with “${words}”` : 'Traces'}>
            {items.map((trace) => (
              <option key={trace.id} value={trace.id}>
                {named(trace)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {searched && (
        <>
          <input
            type="search"
            aria-label={`${label}: words of its prompt, or a tag`}
            placeholder="words of its prompt, or a tag"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {words && (
            <output className="hint">
              {items.length}
              {traces.hasNextPage && '+'} found
            </output>
          )}
        </>
      )}
    </span>
  );
}

/** One that came by its link, in the words of those that are listed. */
function Unlisted({ side }: { side: string }) {
  const tag = side.startsWith('tag:');
  const trace = useTrace(side, !tag);
  return <option value={side}>{trace.data ? named(trace.data) : tag ? `tag ${side.slice(4)}` : side}</option>;
}

function named(trace: TraceSummary): string {
  return `${shorten(visiblePrompt(trace.prompt), 60)} → ${visibleToken(trace.target)} (${trace.id.slice(0, 8)})`;
}
