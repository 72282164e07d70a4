import type { Trace, TraceHead } from '../api/types';
import type { Diverging } from '../grid/scale';
import { Token } from '../tokens/Token';
import { positionOf, type HeadFigure } from './headFigures';

interface HeadRankingProps {
  trace: Trace;
  heads: TraceHead[];
  by: HeadFigure;
  scale: Diverging;
  selected: TraceHead | undefined;
  onSelect: (head: TraceHead) => void;
  onPoint: (head: TraceHead | undefined) => void;
}

/** The heads with the largest figure, in order. */
export function HeadRanking({ trace, heads, by, scale, selected, onSelect, onPoint }: HeadRankingProps) {
  return (
    <table className="rows ranking" onPointerLeave={() => onPoint(undefined)}>
      <caption className="hidden">
        The {heads.length} heads with the largest {by.name}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">rank</span>
          </th>
          <th scope="col">head</th>
          <th scope="col" className="right" title={by.about}>
            {by.name}
          </th>
          <th scope="col" title="where its output does most, of those that can be inspected">
            most at
          </th>
        </tr>
      </thead>
      <tbody>
        {heads.map((head, i) => {
          const position = positionOf(head, head.strongest);
          return (
            <tr
              key={head.name}
              aria-current={head === selected ? 'true' : undefined}
              onPointerEnter={() => onPoint(head)}
            >
              <td className="number hint">{i + 1}</td>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onClick={() => onSelect(head)}
                  onFocus={() => onPoint(head)}
                >
                  {head.name}
                </button>
              </th>
              <td className="number right amount">
                <span
                  className="swatch"
                  style={{ background: scale.colour(by.of(head)) }}
                  aria-hidden="true"
                />
                {by.text(by.of(head))}
              </td>
              <td>
                {position !== undefined && (
                  <>
                    <Token text={trace.tokens[position]?.text} length={14} />{' '}
                    <small className="hint number">{position}</small>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
