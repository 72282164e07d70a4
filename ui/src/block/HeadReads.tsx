import { componentName } from '../api/generated/words';
import type { Trace } from '../api/types';
import { figure, percent, signed } from '../common/format';
import { Token } from '../tokens/Token';
import { EFFECT_TITLE } from './columns';
import { NodeButton, type Choosing } from './NodeButton';
import { siteOf, type ReadingHead } from './parts';
import { Said } from './Said';

interface HeadReadsProps extends Choosing {
  trace: Trace;
  heads: readonly ReadingHead[];
  onWhy: (head: string, key: number) => void;
  layer: number;
}

/** Every head: what it writes, what its query seeks, and the keys that it reads with what the memory value of each promotes. */
export function HeadReads({ trace, heads, selected, onSelect, onWhy, layer }: HeadReadsProps) {
  return (
    <table className="rows block-rows block-heads">
      <caption className="hidden">Heads and the keys that they read</caption>
      <thead>
        <tr>
          <th scope="col">Head, key</th>
          <th scope="col" className="right">
            Weight
          </th>
          <th scope="col">Memory value promotes</th>
          <th scope="col" title="the tokens that the key answers to">
            Key offers
          </th>
          <th scope="col" className="right" title={EFFECT_TITLE}>
            Effect
          </th>
        </tr>
      </thead>
      {heads.map(({ head, keys, rest }) => {
        const name = siteOf(head);
        return (
          <tbody key={head.id}>
            <tr className="block-head">
              <th scope="rowgroup">
                <NodeButton node={head} name={name} selected={selected} onSelect={onSelect} />
              </th>
              <td className="number right hint nowrap" title="entropy of its attention pattern, in nats">
                {figure(head.figures.entropy, 2)} nats
              </td>
              <td>
                <Said words={head.writes} />
              </td>
              <td>
                <span className="said-words">
                  <small className="hint">query seeks</small>
                  <Said words={head.seeks} most={3} />
                </span>
              </td>
              <td className="number right">{signed(head.figures.effect)}</td>
            </tr>
            {keys.map(({ position, weight, value }) => (
              <tr key={value.id}>
                <th scope="row">
                  <NodeButton node={value} name={`at ${position}`} selected={selected} onSelect={onSelect} />{' '}
                  <Token text={trace.tokens[position]?.text} length={12} />
                </th>
                <td className="number bar-cell">
                  <span className="bar part" style={{ width: `${100 * Math.min(1, weight)}%` }} />
                  <button
                    type="button"
                    className="link over"
                    aria-label={`${percent(weight)}: why ${name} looks at ${position}`}
                    title="Why here"
                    onClick={() => onWhy(componentName(layer, name), position)}
                  >
                    {percent(weight)}
                  </button>
                </td>
                <td>
                  <Said words={value.writes} />
                </td>
                <td>
                  <Said words={value.offers} most={3} />
                </td>
                <td className="number right">{signed(value.figures.effect)}</td>
              </tr>
            ))}
            {rest >= 0.005 && (
              <tr className="hint">
                <th scope="row">all other keys</th>
                <td className="number right">{percent(rest)}</td>
                <td colSpan={3} />
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}
