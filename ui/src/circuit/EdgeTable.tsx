import type { WholeCircuit } from '../api/types';
import { count, figure, signed } from '../common/format';
import { RowTable } from '../common/RowTable';
import { measuredEdges } from './circuits';

const LISTED = 50;

/** A circuit's edges, each with what its score says that cutting it takes from the metric, and what that took where it was measured. */
export function EdgeTable({ circuit }: { circuit: WholeCircuit }) {
  const { name, ablation } = circuit.circuit;
  const measured = measuredEdges(circuit);
  const listed = (measured.length > 0 ? measured : circuit.edges).slice(0, LISTED);
  return (
    <section aria-label={`Edges of ${name}`}>
      <h3>Edges</h3>
      <p className="hint">
        {measured.length > 0 ? (
          <>
            By what cutting each alone ({ablation}) really took from the metric, a mean over traces; the score
            is the estimate of it, made when the circuit was found.
          </>
        ) : (
          <>
            By score, the estimate of what cutting each alone takes from the metric. None was measured yet:{' '}
            <code>./headstream sweep edges --circuit {name} --metric difference &quot;PROMPT&quot;</code> cuts
            them in turn.
          </>
        )}
        {listed.length < circuit.edges.length &&
          ` The first ${listed.length} of ${count(circuit.edges.length)} are listed.`}
      </p>
      <div className="circuits-list">
        <RowTable
          caption={`Edges of ${name}`}
          rows={listed}
          id={(edge) => `${edge.from} ${edge.to}`}
          columns={[
            { name: 'from', of: (edge) => edge.from },
            { name: 'to', of: (edge) => edge.to },
            {
              name: 'score',
              title: 'by EAP-IG, over the prompts it was found with',
              number: true,
              of: (edge) => signed(edge.score),
              more: (edge) => `rank ${edge.rank}, ${figure(edge.score)}`,
            },
            {
              name: 'measured',
              title: 'what cutting it alone took from the metric',
              number: true,
              of: (edge) => (edge.measured == null ? '–' : signed(edge.measured)),
            },
            {
              name: 'traces',
              title: 'how many traces that is a mean of',
              number: true,
              of: (edge) => edge.traces ?? '–',
            },
          ]}
        />
      </div>
    </section>
  );
}
