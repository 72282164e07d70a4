import { useCircuit, useCircuits } from '../api/found';
import type { Circuit } from '../api/types';
import { useApi } from '../api/context';
import { CypherBox } from '../common/CypherBox';
import { count, figure, percent } from '../common/format';
import { Link } from '../common/Link';
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

function List({ all, chosen }: { all: Circuit[]; chosen: Circuit | undefined }) {
  return (
    <div className="circuits-list">
      <table className="rows">
        <caption className="hidden">Circuits, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">circuit</th>
            <th scope="col">model</th>
            <th scope="col" className="right">
              edges
            </th>
            <th
              scope="col"
              className="right"
              title="0 as with every edge cut, 1 as the model, on prompts that it was not found with"
            >
              faithfulness
            </th>
            <th scope="col" className="right" title="of circuits of as many edges, drawn at random">
              random
            </th>
            <th scope="col" className="right" title="faithfulness of the model without the circuit">
              complement
            </th>
            <th
              scope="col"
              className="right"
              title="mean difference of circuit and model without random halves of the circuit"
            >
              incompleteness
            </th>
            <th scope="col" className="right" title="prompts that it was found with, and judged by">
              prompts
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((each) => (
            <tr key={each.id} aria-current={each === chosen ? 'true' : undefined}>
              <th scope="row">
                <Link to={{ page: 'circuits', circuit: each.id }}>{each.name}</Link>
              </th>
              <td>{each.modelName}</td>
              <td className="number right">
                {count(each.edges)} of {count(each.edgesOfModel)}
              </td>
              <td className="number right">{figure(each.faithfulness)}</td>
              <td className="number right">
                {figure(Math.min(...each.random))} to {figure(Math.max(...each.random))}
              </td>
              <td className="number right">{figure(each.complement)}</td>
              <td className="number right">{figure(each.incompleteness)}</td>
              <td className="number right">
                {each.foundWith}, {each.judgedBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
