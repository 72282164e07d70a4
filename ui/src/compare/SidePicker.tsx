import { useState } from 'react';
import { useCompletions, useTraces } from '../api/hooks';
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
          {value !== undefined && !listed.includes(value) && <option value={value}>{value}</option>}
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
                {shorten(visiblePrompt(trace.prompt), 60)} → {visibleToken(trace.target)} (
                {trace.id.slice(0, 8)})
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
