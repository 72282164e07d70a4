import type { ComputedScore } from '../api/types';
import { signed } from '../common/format';
import { Bar } from './Bar';

const FIRST = 8;

/** Who wrote the query together with who wrote the key. */
export function ScorePairs({ pairs }: { pairs: ComputedScore['pairs'] }) {
  const most = Math.abs(pairs[0]?.score ?? 0);
  return (
    <section>
      <h3>Strongest pairs</h3>
      <table className="bars">
        <caption className="hidden">One that wrote the query with one that wrote the key</caption>
        <thead>
          <tr>
            <th scope="col">Query × key</th>
            <td />
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, FIRST).map((pair) => (
            <tr key={`${pair.query} ${pair.key}`}>
              <th scope="row">
                {pair.query} × {pair.key}
              </th>
              <td className="why-bar">
                <Bar amount={pair.score} most={most} />
              </td>
              <td className="number">{signed(pair.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
