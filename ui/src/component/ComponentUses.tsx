import type { ComponentUse } from '../api/types';
import { figure, signed } from '../common/format';
import { Link } from '../common/Link';
import { traceRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { promptText, shorten } from '../tokens/tokenText';

/** The traces where a component does most, each leading to it in its story. */
export function ComponentUses({ uses, neuron }: { uses: readonly ComponentUse[]; neuron: boolean }) {
  const most = Math.max(...uses.map((use) => Math.abs(use.effect ?? use.dla ?? 0)), 1e-9);
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">Prompt</th>
          <th scope="col">Explains</th>
          <th scope="col">{neuron ? 'Effect there (estimate)' : 'Effect (estimate)'}</th>
          <th scope="col">
            <span className="hidden">How much</span>
          </th>
          <th scope="col">DLA</th>
          {neuron && <th scope="col">Activation</th>}
        </tr>
      </thead>
      <tbody>
        {uses.map((use) => {
          const amount = use.effect ?? use.dla ?? 0;
          return (
            <tr key={`${use.trace} ${use.position}`}>
              <th scope="row">
                <Link to={traceRoute(use.trace, { node: use.node })} title={use.prompt}>
                  {shorten(promptText(use.prompt), 70)}
                </Link>{' '}
                <span className="hint">at {use.position}</span>
              </th>
              <td>
                <Token text={use.target} length={16} />
                {use.distractor !== undefined && (
                  <>
                    {' '}
                    − <Token text={use.distractor} length={16} />
                  </>
                )}
              </td>
              <td className="number">{signed(use.effect)}</td>
              <td>
                <span
                  className={amount < 0 ? 'use-bar lowers' : 'use-bar raises'}
                  style={{ width: `${(60 * Math.abs(amount)) / most}px` }}
                />
              </td>
              <td className="number">{signed(use.dla)}</td>
              {neuron && <td className="number">{figure(use.activation)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
