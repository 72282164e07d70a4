import type { Activation, Trace } from '../api/types';
import { Link } from '../common/Link';

const ACROSS = {
  head: `MATCH (h:Head {model: $model, name: $component})<-[:OF]-(o:HeadOutput)-[w:WRITES]->(t:Token)
WHERE w.rank = 1
RETURN t.text AS token, count(DISTINCT o.trace) AS traces, avg(o.share) AS share, avg(o.norm) AS norm
ORDER BY traces DESC LIMIT 25`,
  neuron: `MATCH (n:Neuron {model: $model, name: $component})<-[:OF]-(a:NeuronActivation)
RETURN count(DISTINCT a.trace) AS traces, avg(a.share) AS share, avg(a.activation) AS activation, max(a.strength) AS strongest`,
};

/** From one use of a head or neuron to the piece of the weights it is, across all traces of the model. */
export function ComponentLink({ trace, activation }: { trace: Trace; activation: Activation }) {
  const { component, kind } = activation;
  if (component === undefined) return null;
  const statement = kind === 'neuron' ? ACROSS.neuron : ACROSS.head;
  return (
    <p>
      <Link
        to={{
          page: 'console',
          trace: trace.id,
          statement,
          parameters: { model: trace.model, component },
          as: 'table',
        }}
      >
        {component} across all traces of {trace.modelName}
      </Link>
    </p>
  );
}
