import type { KeyboardEvent } from 'react';
import { typedValue } from './statementParameters';

interface ParameterRowsProps {
  names: readonly string[];
  texts: Readonly<Record<string, string>>;
  onChange: (name: string, text: string) => void;
  onRun: () => void;
  /** empty fields are only called wrong once they were sent */
  tried: boolean;
}

/** A field of JSON for every parameter that the statement names. */
export function ParameterRows({ names, texts, onChange, onRun, tried }: ParameterRowsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onRun();
  };
  if (names.length === 0) return null;
  return (
    <fieldset className="typed-parameters">
      <legend>
        Parameters <span className="hint">JSON: a text in double quotes, numbers without</span>
      </legend>
      {names.map((name) => (
        <Row
          key={name}
          name={name}
          text={texts[name] ?? ''}
          onChange={(text) => onChange(name, text)}
          onKeyDown={onKeyDown}
          tried={tried}
        />
      ))}
    </fieldset>
  );
}

interface RowProps {
  name: string;
  text: string;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  tried: boolean;
}

function Row({ name, text, onChange, onKeyDown, tried }: RowProps) {
  const id = `typed-${name}`;
  const typed = typedValue(text);
  const wrong = 'problem' in typed && (tried || text.trim() !== '');
  return (
    <div className="typed-parameter">
      <label htmlFor={id} className="code">
        ${name}
      </label>
      <input
        id={id}
        className="code"
        value={text}
        spellCheck={false}
        autoCapitalize="none"
        aria-invalid={wrong}
        aria-describedby={`${id}-type`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-type`} className={wrong ? 'wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
        {'problem' in typed ? wrong && typed.problem : typed.type}{' '}
        {wrong && text.trim() !== '' && (
          <button type="button" className="link" onClick={() => onChange(JSON.stringify(text))}>
            make it a text
          </button>
        )}
      </span>
    </div>
  );
}
