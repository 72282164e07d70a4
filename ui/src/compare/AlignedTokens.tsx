import type { AlignedPair, AlignedToken, ComparedSide, Comparison } from '../api/types';
import { Link } from '../common/Link';
import { figure, metricName } from '../common/format';
import { traceRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { visiblePrompt } from '../tokens/tokenText';
import { pairTitle } from './grid';
import { Notes } from './Notes';

/** The prompts, token above token; what differs is marked by colour and by its edge, targets by a frame. */
export function AlignedTokens({ comparison }: { comparison: Comparison }) {
  const { alignment = [], left, right } = comparison;
  const edits = alignment.filter((pair) => !pair.same).length;
  return (
    <section className="panel" aria-labelledby="aligned-title">
      <h2 id="aligned-title">
        Prompts, aligned{' '}
        <span className="hint">
          {edits === 0 ? 'the same tokens' : `${edits} of ${alignment.length} places differ`}
        </span>
      </h2>
      <div className="aligned-sides">
        <SideName name="Left" side={left} />
        <SideName name="Right" side={right} />
      </div>
      <ol className="aligned" aria-label="Tokens, left above right">
        {alignment.map((pair, i) => (
          <li
            key={i}
            className={`${pair.same ? 'same' : 'differs'}${pair.target ? ' at-target' : ''}`}
            title={pairTitle(pair)}
          >
            <Place token={pair.left} />
            <span className="hidden">{spoken(pair)}</span>
            <Place token={pair.right} />
          </li>
        ))}
      </ol>
      <Notes notes={comparison.notes} />
    </section>
  );
}

function Place({ token }: { token: AlignedToken | undefined }) {
  return token ? <Token text={token.text} length={20} /> : <span className="gap">–</span>;
}

function spoken(pair: AlignedPair): string {
  if (pair.same) return ' the same as ';
  return pair.left && pair.right ? ' differs from ' : ' has no counterpart ';
}

function SideName({ name, side }: { name: string; side: ComparedSide }) {
  const { trace } = side;
  if (!trace) return null;
  return (
    <p>
      <strong>{name}</strong>{' '}
      <Link to={traceRoute(trace.id)} title={visiblePrompt(trace.prompt)}>
        {trace.id.slice(0, 8)}
      </Link>{' '}
      target <Token text={trace.target} />
      {trace.distractor !== undefined && (
        <>
          {' '}
          against <Token text={trace.distractor} />
        </>
      )}
      , {metricName(trace.metric)} {figure(trace.metricValue)}, {trace.modelName}
    </p>
  );
}
