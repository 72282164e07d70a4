import { useState } from 'react';
import type { Activation, Part } from '../api/types';
import { percent, signed } from '../common/format';
import { nodeTitle } from '../flow/describe';

const FIRST = 12;
const TYPES = { ADDS_TO: 'adds', ATTENDED_BY: 'attention', READ_BY: 'read', AFFECTS: 'affects' };

interface PartsProps {
  title: string;
  activation: Activation;
  parts: Part[];
  /** the parts make up this activation, so what was not kept is a row of its own */
  whole?: boolean;
  onSelect: (node: string) => void;
  /** takes the attention score to a key apart */
  onWhy?: (key: number) => void;
}

export function Parts({ title, activation, parts, whole = false, onSelect, onWhy }: PartsProps) {
  const [all, setAll] = useState(false);
  const sorted = [...parts].sort((a, b) => (b.share ?? b.weight ?? 0) - (a.share ?? a.weight ?? 0));
  const shown = all ? sorted : sorted.slice(0, FIRST);
  const remainder = whole ? activation.remainder : undefined;
  if (parts.length === 0 && remainder === undefined) return null;
  return (
    <section>
      <h3>
        {title} <span className="hint number">{parts.length}</span>
      </h3>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">How</th>
            <th scope="col">Share</th>
            <th scope="col">DLA</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <PartRow
              key={`${part.type} ${part.node.id}`}
              part={part}
              at={activation.position}
              onSelect={onSelect}
              onWhy={onWhy}
            />
          ))}
          {remainder !== undefined && (
            <tr className="hint">
              <th scope="row">remainder, not kept</th>
              <td />
              <td className="number">{percent(remainder)}</td>
              <td className="number">{signed(activation.remainderDla)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {sorted.length > FIRST && (
        <button type="button" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${sorted.length}`}
        </button>
      )}
    </section>
  );
}

interface PartRowProps extends Pick<PartsProps, 'onSelect'> {
  part: Part;
  at: number;
  onWhy: PartsProps['onWhy'];
}

function PartRow({ part, at, onSelect, onWhy }: PartRowProps) {
  const { node } = part;
  const amount = part.share ?? part.weight;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => onSelect(node.id)}>
          {nodeTitle(node)}
        </button>
        {node.position !== at && <small className="hint"> at {node.position}</small>}
      </th>
      <td className="hint nowrap">
        {TYPES[part.type]}
        {part.weight !== undefined && ` ${percent(part.weight)}`}
        {onWhy && part.type === 'ATTENDED_BY' && (
          <>
            {' '}
            <button
              type="button"
              className="link"
              aria-label={`why it looks at position ${node.position}`}
              onClick={() => onWhy(node.position)}
            >
              why
            </button>
          </>
        )}
      </td>
      <td className="number bar-cell">
        <span className="bar part" style={{ width: `${100 * Math.min(1, amount ?? 0)}%` }} />
        <span className="over">{percent(part.share)}</span>
      </td>
      <td className="number">{signed(part.dla)}</td>
    </tr>
  );
}
