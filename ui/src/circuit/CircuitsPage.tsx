import { useCircuit, useCircuits } from '../api/found';
import type { Circuit } from '../api/types';
import { useApi } from '../api/context';
import { CypherBox } from '../common/CypherBox';
import { count, figure, percent } from '../common/format';
import { Link } from '../common/Link';
import { RowTable, type Column } from '../common/RowTable';
import { Empty, ErrorBox, Loading } from '../common/States';
import { useTitle } from '../common/useTitle';
import type { CircuitsRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { CircuitDrawing } from './CircuitDrawing';
import { EdgeTable } from './EdgeTable';

const EDGES =
  'MATCH (:Circuit {id: $circuit})-[:HAS_NODE]->(a:CircuitNode)-[e:FEEDS]->(b:CircuitNode)\n' +
  'RETURN e.rank AS rank, a.name AS from, b.name AS to, e.score AS score\nORDER BY rank';

/** The circuits that were found; one of them drawn, or two compared. */
export default function CircuitsPage({ route }: { route: CircuitsRoute }) {
  const circuits = useCircuits();
  useTitle('Circuits');
  const all = circuits.data ?? [];
  const chosen = all.find(({ id }) => id === route.circuit) ?? all[0];
  return (
    <section className="panel circuits" aria-label="Circuits">
      <h1>Circuits</h1>
      {circuits.error && <ErrorBox error={circuits.error} onRetry={() => void circuits.refetch()} />}
      {circuits.isPending && <Loading what="the circuits" />}
      {circuits.data?.length === 0 && (
        <Empty>
          No circuit was found yet. A circuit is the smallest set of edges between heads and MLPs that keeps a
          behaviour: <code>./headstream circuit --prompts prompts/ioi.jsonl --name ioi</code> finds one.
        </Empty>
      )}
      {all.length > 0 && <List all={all} chosen={chosen} />}
      {chosen && <Shown key={chosen.id} circuit={chosen} all={all} route={route} />}
    </section>
  );
}

const COLUMNS: Column<Circuit>[] = [
  {
    name: 'circuit',
    of: (each) => <Link to={{ page: 'circuits', circuit: each.id }}>{each.name}</Link>,
  },
  { name: 'model', of: (each) => each.modelName },
  {
    name: 'edges',
    number: true,
    of: (each) => `${count(each.edges)} of ${count(each.edgesOfModel)}`,
  },
  {
    name: 'faithfulness',
    title: '0 as with every edge cut, 1 as the model, on prompts that it was not found with',
    number: true,
    of: (each) => figure(each.faithfulness),
  },
  {
    name: 'random',
    title: 'of circuits of as many edges, drawn at random',
    number: true,
    of: (each) => `${figure(Math.min(...each.random))} to ${figure(Math.max(...each.random))}`,
  },
  {
    name: 'complement',
    title: 'faithfulness of the model without the circuit',
    number: true,
    of: (each) => figure(each.complement),
  },
  {
    name: 'incompleteness',
    title: 'mean difference of circuit and model without random halves of the circuit',
    number: true,
    of: (each) => figure(each.incompleteness),
  },
  {
    name: 'prompts',
    title: 'prompts that it was found with, and judged by',
    number: true,
    of: (each) => `${each.foundWith}, ${each.judgedBy}`,
  },
];

function List({ all, chosen }: { all: Circuit[]; chosen: Circuit | undefined }) {
  return (
    <div className="circuits-list">
      <RowTable
        caption="Circuits, the newest first"
        rows={all}
        id={(each) => each.id}
        current={chosen}
        columns={COLUMNS}
      />
    </div>
  );
}

interface ShownProps {
  circuit: Circuit;
  all: Circuit[];
  route: CircuitsRoute;
}

function Shown({ circuit, all, route }: ShownProps) {
  const api = useApi();
  const others = all.filter(({ id, model }) => id !== circuit.id && model === circuit.model);
  const beside = others.find(({ id }) => id === route.other);
  const whole = useCircuit(circuit.id);
  const other = useCircuit(beside?.id);
  const compare = (id: string) =>
    navigate({ page: 'circuits', circuit: circuit.id, ...(id !== '' && { other: id }) }, 'replace');
  const error = whole.error ?? other.error;
  return (
    <section aria-label={`Circuit ${circuit.name}`}>
      <h2>{circuit.name}</h2>
      <p className="hint">
        {percent(circuit.edges / circuit.edgesOfModel)} of the edges of {circuit.modelName};{' '}
        {circuit.ablation} ablation along those that are cut, keep {circuit.keep}. Metric{' '}
        {figure(circuit.metricValue)} with its edges alone, {figure(circuit.metricFull)} with all,{' '}
        {figure(circuit.metricEmpty)} with none.
      </p>
      <p className="actions">
        {others.length > 0 && (
          <label>
            compare with{' '}
            <select value={beside?.id ?? ''} onChange={(event) => compare(event.target.value)}>
              <option value="">none</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <a className="button" href={api.circuitExport(circuit.id, 'json')} download>
          JSON
        </a>
        <a className="button" href={api.circuitExport(circuit.id, 'graphml')} download>
          GraphML
        </a>
      </p>
      {error && <ErrorBox error={error} />}
      {whole.isPending && <Loading what="the circuit" />}
      {whole.data && (!beside || other.data) && <CircuitDrawing circuit={whole.data} other={other.data} />}
      {whole.data && <EdgeTable circuit={whole.data} />}
      <CypherBox statement={EDGES} parameters={{ circuit: circuit.id }} folded />
    </section>
  );
}
