import type { Part } from '../api/types';
import { signed } from '../common/format';
import { nodeTitle } from '../flow/describe';

interface EffectsProps {
  title: string;
  parts: Part[];
  onSelect: (node: string) => void;
}

/** Edges between components that matter to the prediction, by edge attribution patching. */
export function Effects({ title, parts, onSelect }: EffectsProps) {
  const edges = parts
    .filter((part) => part.type === 'AFFECTS')
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0));
  if (edges.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="hint number">{edges.length}</span>
      </h3>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">As</th>
            <th scope="col">Effect</th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={`${edge.node.id} ${edge.via}`}>
              <th scope="row">
                <button type="button" className="link" onClick={() => onSelect(edge.node.id)}>
                  {nodeTitle(edge.node)}
                </button>
              </th>
              <td className="hint">{edge.via}</td>
              <td className="number">{signed(edge.effect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
