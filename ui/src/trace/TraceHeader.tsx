import type { Trace } from '../api/types';
import { count, figure, millis, percent, rankText, when } from '../common/format';
import { ExportMenu } from '../export/ExportMenu';
import { STATEMENTS } from '../api/generated/graph';
import { withBaseline } from '../compare/baseline';
import { CypherBox } from '../common/CypherBox';
import { Link } from '../common/Link';
import { MetricSwitch } from '../explain/MetricSwitch';
import { traceRoute, type TraceRoute } from '../route/route';
import { SavedViews } from './SavedViews';
import { Token } from '../tokens/Token';
import { promptText, visiblePrompt, visibleToken } from '../tokens/tokenText';

interface TraceHeaderProps {
  trace: Trace;
  route: TraceRoute;
}

/** What was traced, in one line with what is explained: the views tell the prompt token by token. */
export function TraceHeader({ trace, route }: TraceHeaderProps) {
  const changed = withBaseline(trace);
  return (
    <section className="panel trace-header" aria-label="Trace">
      <h1 title={visiblePrompt(trace.prompt)}>
        <span className="hidden">Trace of</span> {visibleToken(promptText(trace.prompt))}
      </h1>
      <span className="predicted" title="the prediction">
        → <Token text={trace.prediction?.text} />{' '}
        <span className="number">{percent(trace.prediction?.probability)}</span>
      </span>
      <span className="hint">{trace.modelName}</span>
      {changed && <Link to={changed}>changed: compare with its baseline</Link>}
      <MetricSwitch trace={trace} route={route} />
      <details className="predictions about">
        <summary>About this trace, views</summary>
        <Facts trace={trace} route={route} />
      </details>
    </section>
  );
}

function Facts({ trace, route }: TraceHeaderProps) {
  const [first] = trace.predictions;
  const baseline = withBaseline(trace);
  return (
    <div className="about-facts">
      <dl className="facts">
        {trace.notes.map((note) => (
          <Fact key={note} name="note">
            {note}
          </Fact>
        ))}
        <Fact name="target">
          <Token text={trace.target} /> {rankText(trace.targetRank)} · {percent(trace.targetProbability)}
        </Fact>
        {trace.distractor !== undefined && (
          <Fact name="against">
            <Token text={trace.distractor} />
          </Fact>
        )}
        {trace.answer && (
          <Fact name="token by token">
            {trace.answer.map(({ position, text, rank, logProbability }, i) => (
              <span key={position}>
                {i > 0 && ' · '}
                <Token text={text} /> {rankText(rank)}, log P {figure(logProbability)}
              </span>
            ))}
          </Fact>
        )}
        {trace.generation && <Steps generation={trace.generation} />}
        <Fact name={(trace.metric ?? 'logit').replace('_', ' ')}>{figure(trace.metricValue)}</Fact>
        <Fact name="model">{trace.modelName}</Fact>
        <Fact name="detail">
          {trace.detail}, {percent(trace.coverage)} covered
        </Fact>
        <Fact name="in the graph">
          {count(trace.counts.nodes)} nodes, {count(trace.counts.relationships)} relationships
        </Fact>
        <Fact name="traced">
          {when(trace.createdAt)} in {millis(trace.elapsed)}
        </Fact>
        <Fact name="compare">
          <Link to={baseline ?? { page: 'compare', by: 'components', left: trace.id }}>
            {baseline ? 'with the pass as it is…' : 'with another trace…'}
          </Link>
        </Fact>
      </dl>
      <div>
        <details className="predictions">
          <summary>top {trace.predictions.length} predictions</summary>
          <table className="rows">
            <tbody>
              {trace.predictions.map((token) => (
                <tr key={token.rank}>
                  <td className="number">{token.rank}</td>
                  <th scope="row">
                    <Token text={token.text} />
                  </th>
                  <td>
                    <meter value={token.probability ?? 0} max={first?.probability ?? 1} aria-hidden="true" />
                  </td>
                  <td className="number">{percent(token.probability)}</td>
                  <td className="number">{figure(token.logit, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
      <div>
        <SavedViews route={route} />
        <ExportMenu trace={trace.id} />
        <CypherBox statement={STATEMENTS.trace} parameters={{ trace: trace.id }} trace={trace.id} folded />
      </div>
    </div>
  );
}

function Steps({ generation }: { generation: NonNullable<Trace['generation']> }) {
  const { step, tokens, text, sampling, previous, next } = generation;
  return (
    <Fact name={`step ${step} of ${tokens.length}`}>
      {previous !== undefined && <Link to={traceRoute(previous)}>← previous step</Link>}{' '}
      <q title={`generated, ${sampling}`}>{visiblePrompt(text)}</q>{' '}
      {next !== undefined && <Link to={traceRoute(next)}>next step →</Link>}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}
