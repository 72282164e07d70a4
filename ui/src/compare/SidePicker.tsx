import { useTraces } from '../api/hooks';
import { shorten, visibleToken } from '../tokens/tokenText';

interface SidePickerProps {
  label: string;
  value: string | undefined;
  onChange: (side: string) => void;
}

const NEWEST = 100;

/** The newest traces, and the tags they carry; an older trace comes by its link, and stands here by its id. */
export function SidePicker({ label, value, onChange }: SidePickerProps) {
  const traces = useTraces({ limit: NEWEST });
  const items = traces.data?.pages.flatMap((page) => page.items) ?? [];
  const tags = [...new Set(items.flatMap((trace) => trace.tags))].sort();
  const listed = [...items.map((trace) => trace.id), ...tags.map((tag) => `tag:${tag}`)];
  return (
    <label className="side">
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
        <optgroup label="Traces">
          {items.map((trace) => (
            <option key={trace.id} value={trace.id}>
              {shorten(trace.prompt || '(token ids)', 60)} → {visibleToken(trace.target)} (
              {trace.id.slice(0, 8)})
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
