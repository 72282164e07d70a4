import { useCompletions } from '../api/hooks';
import type { ParameterType } from '../api/types';
import { shorten } from '../tokens/tokenText';
import { LATEST } from './parameters';

interface CompletedFieldProps {
  id: string;
  type: ParameterType;
  value: string;
  onChange: (value: string) => void;
}

const EXAMPLES: Partial<Record<ParameterType, string>> = {
  head: 'L4H5',
  trace: 'words of its prompt',
};

/** Free text, completed from what there is in the graph. A trace is found by its prompt and stands here by its id, so its prompt is shown below. */
export function CompletedField({ id, type, value, onChange }: CompletedFieldProps) {
  const completions = useCompletions(type, value);
  const list = `${id}-completions`;
  const chosen =
    value === LATEST
      ? 'the newest; or words of another one’s prompt'
      : completions.data?.find((completion) => completion.value === value)?.label;
  return (
    <>
      <input
        id={id}
        value={value}
        spellCheck={false}
        autoComplete="off"
        list={list}
        placeholder={EXAMPLES[type] ?? ''}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {completions.data?.map((completion) => (
          <option key={completion.value} value={completion.value}>
            {type === 'trace' ? completion.label : (completion.detail ?? completion.label)}
          </option>
        ))}
      </datalist>
      {type === 'trace' && chosen && <output className="hint">{shorten(chosen, 80)}</output>}
    </>
  );
}
