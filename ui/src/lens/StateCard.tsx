import type { Lens, Trace } from '../api/types';
import { percent, rankText } from '../common/format';
import { Token } from '../tokens/Token';
import { stateName, topTokens, type Cell } from './states';

/** All that is stored of a state's lens: its most probable tokens, and where the target stands. */
export function StateCard({ lens, trace, cell }: { lens: Lens; trace: Trace; cell: Cell }) {
  const { state, position } = cell;
  return (
    <section className="state-card" aria-label="The state">
      <span>
        <strong>{stateName(state)}</strong> at {position} <Token text={trace.tokens[position]?.text} />
        {state.nodes[String(position)] === undefined && (
          <span className="hint"> (no node of the graph: it cannot be inspected)</span>
        )}
      </span>
      <ol>
        {topTokens(lens, cell).map(({ text, probability }, i) => (
          <li key={i}>
            <Token text={text} length={18} /> <span className="number">{percent(probability)}</span>
          </li>
        ))}
      </ol>
      <span>
        target <Token text={trace.target} />{' '}
        <span className="number">
          {rankText(state.targetRank[position])} · {percent(state.targetProbability[position])}
        </span>
      </span>
    </section>
  );
}
