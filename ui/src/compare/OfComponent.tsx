import { useState } from 'react';
import type { CompareRoute } from '../route/route';

interface OfComponentProps {
  route: CompareRoute;
  /** what is shown while no component is chosen */
  none: string;
  onChange: (part: Partial<CompareRoute>) => void;
}

/** Which head is looked at; empty for all. */
export function OfComponent({ route, none, onChange }: OfComponentProps) {
  const [text, setText] = useState(route.component ?? '');
  const choose = (component: string) => onChange({ component: component.trim() });
  return (
    <form
      className="controls"
      onSubmit={(event) => {
        event.preventDefault();
        choose(text);
      }}
    >
      <label>
        Head{' '}
        <input
          value={text}
          size={8}
          placeholder="L4H5"
          onChange={(event) => setText(event.target.value)}
          aria-describedby="of-component"
        />
      </label>
      <button type="submit">Show</button>
      <span className="hint" id="of-component">
        empty: {none}
      </span>
    </form>
  );
}
