import type { TokenShift } from '../api/types';
import { percent } from '../common/format';
import { Token } from '../tokens/Token';

/** What a norm does to tokens: their probability before and after it. */
export function Shifts({ title, tokens }: { title: string; tokens: TokenShift[] }) {
  if (tokens.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.rank}>
              <th scope="row">
                <Token text={token.text} length={18} />
              </th>
              <td className="number">{percent(token.before)}</td>
              <td className="number">{percent(token.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
