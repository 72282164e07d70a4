import { useCompletions } from '../api/hooks';
import type { ParameterType } from '../api/types';

interface CompletedFieldProps {
  id: string;
  type: ParameterType;
  value: string;
  onChange: (value: string) => void;
}

/** Free text, completed from what there is in the graph. */
export function CompletedField({ id, type, value, onChange }: CompletedFieldProps) {
  const completions = useCompletions(type, value);
  const list = `${id}-completions`;
  return (
    <>
      <input
        id={id}
        value={value}
        spellCheck={false}
        autoComplete="off"
        list={list}
        placeholder={type === 'head' ? 'L4H5' : ''}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {completions.data?.map((completion) => (
          <option key={completion.value} value={completion.value}>
            {completion.detail ?? completion.label}
          </option>
        ))}
      </datalist>
    </>
  );
}
