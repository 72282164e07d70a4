import { figure } from '../common/format';
import { RowTable } from '../common/RowTable';
import { EFFECT, nodes } from './columns';
import type { Choosing } from './NodeButton';
import { signedStrength, siteOf, type BlockNode } from './parts';
import { Said } from './Said';

interface NeuronTableProps extends Choosing {
  title: string;
  neurons: BlockNode[];
}

export function NeuronTable({ title, neurons, ...choosing }: NeuronTableProps) {
  if (neurons.length === 0) return null;
  return (
    <RowTable
      caption={title}
      captioned
      className="block-rows"
      rows={neurons}
      id={(node) => node.id}
      columns={[
        nodes('Neuron', siteOf, choosing),
        {
          name: 'Activation',
          title: 'after the non-linearity',
          number: true,
          of: ({ figures }) => figure(figures.activation, 2),
        },
        {
          name: '× norm',
          title: 'activation times the norm of its row of W_out',
          number: true,
          of: (node) => figure(signedStrength(node), 2),
        },
        { name: 'Promotes', of: (node) => <Said words={node.writes} /> },
        EFFECT,
      ]}
    />
  );
}
