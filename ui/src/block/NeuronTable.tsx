import { figure, signed } from '../common/format';
import { NodeButton } from './NodeButton';
import { signedStrength, siteOf, type BlockNode } from './parts';
import { Said } from './Said';

interface NeuronTableProps {
  title: string;
  neurons: readonly BlockNode[];
  selected: string | undefined;
  onSelect: (node: string) => void;
}

export function NeuronTable({ title, neurons, selected, onSelect }: NeuronTableProps) {
  if (neurons.length === 0) return null;
  return (
    <table className="rows block-rows">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Neuron</th>
          <th scope="col" className="right" title="after the non-linearity">
            Activation
          </th>
          <th scope="col" className="right" title="activation times the norm of its row of W_out">
            × norm
          </th>
          <th scope="col">Promotes</th>
          <th scope="col" className="right" title="estimate: what the metric would lose without it">
            Effect
          </th>
        </tr>
      </thead>
      <tbody>
        {neurons.map((node) => (
          <tr key={node.id}>
            <th scope="row">
              <NodeButton node={node} name={siteOf(node)} selected={selected} onSelect={onSelect} />
            </th>
            <td className="number right">{figure(node.figures.activation, 2)}</td>
            <td className="number right">{figure(signedStrength(node), 2)}</td>
            <td>
              <Said words={node.writes} />
            </td>
            <td className="number right">{signed(node.figures.effect)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
