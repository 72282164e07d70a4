import { useState } from 'react';
import type { ComputedScore } from '../api/types';
import { signed } from '../common/format';
import { Bar } from './Bar';

type Part = ComputedScore['queryParts'][number];

interface ScorePartsProps {
  title: string;
  /** the largest first */
  parts: readonly Part[];
  total: number;
  onSelect: (node: string) => void;
}

const FIRST = 8;

/** Who did how much: the largest, what all others make together, and the sum. */
export function ScoreParts({ title, parts, total, onSelect }: ScorePartsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? parts : parts.slice(0, FIRST);
  const others = parts.slice(shown.length);
  const most = Math.abs(parts[0]?.score ?? 0);
  return (
    <section>
      <h3>
        {title} <span className="hint number">{parts.length}</span>
      </h3>
      <table className="bars">
        <caption className="hidden">{title}, by what each does to the score</caption>
        <tbody>
          {shown.map((part) => (
            <tr key={part.name}>
              <th scope="row">
                {part.node === undefined ? (
                  part.name
                ) : (
                  <button type="button" className="link" onClick={() => onSelect(part.node ?? '')}>
                    {part.name}
                  </button>
                )}
              </th>
              <td className="why-bar">
                <Bar amount={part.score} most={most} />
              </td>
              <td className="number">{signed(part.score)}</td>
            </tr>
          ))}
          {others.length > 0 && (
            <tr className="hint">
              <th scope="row">the {others.length} others</th>
              <td />
              <td className="number">{signed(others.reduce((sum, part) => sum + part.score, 0))}</td>
            </tr>
          )}
          <tr>
            <th scope="row">together</th>
            <td />
            <td className="number">{signed(total)}</td>
          </tr>
        </tbody>
      </table>
      {parts.length > FIRST && (
        <button type="button" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${parts.length}`}
        </button>
      )}
    </section>
  );
}
