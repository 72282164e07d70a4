import type { WrittenToken } from '../api/types';
import { percent, rankText } from '../common/format';
import { Token } from '../tokens/Token';

interface TokenBarsProps {
  title: string;
  tokens: WrittenToken[];
  side: 'writes' | 'erases';
  target: string | undefined;
}

/** Bars are relative to the longest; the figure beside each says how much that is. */
export function TokenBars({ title, tokens, side, target }: TokenBarsProps) {
  if (tokens.length === 0) return null;
  const most = Math.max(...tokens.map((token) => token.probability ?? 0), Number.MIN_VALUE);
  return (
    <section>
      <h3>{title}</h3>
      <table className="bars">
        <tbody>
          {tokens.map((token) => (
            <tr key={token.token} className={token.text === target ? 'is-target' : undefined}>
              <td className="number hint">{rankText(token.rank)}</td>
              <th scope="row">
                <Token text={token.text} length={18} />
              </th>
              <td className="bar-cell">
                <span
                  className={`bar ${side}`}
                  style={{ width: `${(100 * (token.probability ?? 0)) / most}%` }}
                />
              </td>
              <td className="number">{percent(token.probability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
