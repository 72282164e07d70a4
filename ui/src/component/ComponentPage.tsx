import { useComponent } from '../api/people';
import type { ComponentOverview } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { figure, percent } from '../common/format';
import { Link } from '../common/Link';
import { NotKept, Empty, Loading } from '../common/States';
import { useTitle } from '../common/useTitle';
import { SCORES } from '../heads/headFigures';
import type { ComponentRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { ComponentUses } from './ComponentUses';
import { LabelForm } from './LabelForm';

const KINDS = { head: 'Head', neuron: 'Neuron', mlp: 'MLP' };
const SAID: Record<string, string> = {
  PROMOTES: 'raises',
  SUPPRESSES: 'lowers',
  DETECTS: 'fires on',
  COPIES: 'copies',
};
const WIDTH = 20;

/** A head, a neuron or an MLP over all traces of its model, and what people call it. */
export default function ComponentPage({ route: { model, name } }: { route: ComponentRoute }) {
  const component = useComponent(model, name);
  useTitle(name);
  if (component.error) return <NotKept error={component.error} onRetry={() => void component.refetch()} />;
  if (!component.data) return <Loading what={name} />;
  return <Told component={component.data} />;
}

function Told({ component }: { component: ComponentOverview }) {
  const {
    model,
    modelName,
    component: name,
    kind,
    layer,
    traces,
    scores,
    writes,
    erases,
    weights,
  } = component;
  const behaves = SCORES.filter((each) => scores[each.key] !== undefined);
  return (
    <div className="component-page">
      <section className="panel" aria-labelledby="component-title">
        <div className="panel-head">
          <h1 id="component-title">
            {KINDS[kind]} {name}
          </h1>
          <span className="hint">
            layer {layer} of {modelName}, in {traces === 1 ? 'one trace' : `${traces} traces`}{' '}
            <Link to={{ page: 'traces', model }}>traces of the model</Link>
          </span>
        </div>
        <LabelForm model={model} component={name} />
      </section>
      <div className="component-figures">
        {behaves.length > 0 && (
          <section className="panel" aria-labelledby="behaves-title">
            <h2 id="behaves-title">How it attends</h2>
            <p className="hint">Means over those traces, of the queries that can show it.</p>
            <dl className="scores">
              {behaves.map(({ key, name: title, about }) => (
                <div key={key} title={about}>
                  <dt>{title}</dt>
                  <dd className="number">{key === 'entropy' ? figure(scores[key]) : percent(scores[key])}</dd>
                  {key !== 'entropy' && <meter value={scores[key]} max={1} aria-hidden="true" />}
                </div>
              ))}
            </dl>
          </section>
        )}
        <Tokens title="Writes most" tokens={writes} of={traces} />
        <Tokens title="Erases most" tokens={erases} of={traces} />
        {weights.length > 0 && (
          <section className="panel" aria-labelledby="weights-title">
            <h2 id="weights-title">Its weights alone</h2>
            <dl>
              {weights.map(({ relation, tokens }) => (
                <div key={relation}>
                  <dt>{SAID[relation] ?? relation}</dt>
                  <dd className="tokens">
                    {tokens.map((text, i) => (
                      <Token key={i} text={text} length={WIDTH} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
      <section className="panel" aria-labelledby="uses-title">
        <h2 id="uses-title">Where it matters most</h2>
        {component.places.length === 0 ? (
          <Empty>No trace of {modelName} keeps it: trace a prompt, with detail neurons for a neuron.</Empty>
        ) : (
          <ComponentUses uses={component.places} neuron={kind === 'neuron'} />
        )}
        <CypherBox
          statement={component.cypher}
          parameters={{ model, sample: 500, ...(kind === 'mlp' ? { layer } : { component: name }) }}
          trace=""
          folded
        />
      </section>
    </div>
  );
}

function Tokens({ title, tokens, of }: { title: string; tokens: ComponentOverview['writes']; of: number }) {
  if (tokens.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <p className="hint">At the target positions: in how many traces a token is among the first.</p>
      <ol className="written">
        {tokens.map(({ token, traces, meanRank }) => (
          <li key={token} title={`mean rank ${figure(meanRank, 1)}`}>
            <Token text={token} length={WIDTH} />
            <meter value={traces} max={of} aria-hidden="true" />
            <span className="number hint">
              {traces} of {of}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
