import type { Trace } from '../api/types';
import { figure, percent, rankText, signed } from '../common/format';
import { RowTable } from '../common/RowTable';
import { EFFECT, nodes } from './columns';
import type { Choosing } from './NodeButton';
import { siteOf, type BlockNode } from './parts';
import { Said, Shifted } from './Said';

const NAMES: Record<string, string> = {
  embed: 'embedding, in',
  ln1: 'after ln1',
  attn: 'attn_out',
  mid: 'resid_mid',
  ln2: 'after ln2',
  mlp: 'mlp_out',
  post: 'resid_post, out',
  final: 'after ln_final',
};

interface StreamTableProps extends Choosing {
  trace: Trace;
  /** the state that the block reads, where it has come */
  before: BlockNode | undefined;
  states: readonly BlockNode[];
}

/** The residual stream through the block: in, between, out, what is added to it, and what norms make of it. */
export function StreamTable({ trace, before, states, ...choosing }: StreamTableProps) {
  const nameOf = (node: BlockNode) =>
    node === before ? 'resid_pre, in' : (NAMES[siteOf(node)] ?? siteOf(node));
  return (
    <RowTable
      caption="The residual stream through the block"
      className="block-rows"
      rows={[...(before ? [before] : []), ...states]}
      id={(node) => node.id}
      rowClass={(node) => `block-${node.kind}`}
      columns={[
        nodes('State', nameOf, choosing),
        {
          name: 'Norm',
          title: 'Euclidean length',
          number: true,
          of: ({ figures }) => figure(figures.norm, 1),
        },
        {
          name: 'Promotes',
          of: (node) => (
            <>
              <Said words={node.writes} />
              <Shifted name="more" words={node.lifts} />
              <Shifted name="less" words={node.filters} />
            </>
          ),
        },
        {
          name: 'Target',
          title: `rank and probability of ${trace.target ?? 'the target'}`,
          number: true,
          of: ({ figures }) => (
            <>
              {rankText(figures.targetRank)}{' '}
              <small className="hint">{percent(figures.targetProbability)}</small>
            </>
          ),
        },
        {
          name: 'DLA',
          title: 'what it adds to the metric',
          number: true,
          of: ({ figures }) => signed(figures.dla),
        },
        EFFECT,
      ]}
    />
  );
}
