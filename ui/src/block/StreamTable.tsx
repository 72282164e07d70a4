import type { Trace } from '../api/types';
import { figure, percent, rankText, signed } from '../common/format';
import { NodeButton } from './NodeButton';
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

interface StreamTableProps {
  trace: Trace;
  /** the state that the block reads, where it has come */
  before: BlockNode | undefined;
  states: readonly BlockNode[];
  selected: string | undefined;
  onSelect: (node: string) => void;
}

/** The residual stream through the block: in, between, out, what is added to it, and what norms make of it. */
export function StreamTable({ trace, before, states, selected, onSelect }: StreamTableProps) {
  const rows = [...(before ? [before] : []), ...states];
  return (
    <table className="rows block-rows">
      <caption className="hidden">The residual stream through the block</caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col" className="right" title="Euclidean length">
            Norm
          </th>
          <th scope="col">Promotes</th>
          <th scope="col" className="right" title={`rank and probability of ${trace.target ?? 'the target'}`}>
            Target
          </th>
          <th scope="col" className="right" title="what it adds to the metric">
            DLA
          </th>
          <th scope="col" className="right" title="estimate: what the metric would lose without it">
            Effect
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((node) => (
          <tr key={node.id} className={`block-${node.kind}`}>
            <th scope="row">
              <NodeButton
                node={node}
                name={node === before ? `resid_pre, in` : (NAMES[siteOf(node)] ?? siteOf(node))}
                selected={selected}
                onSelect={onSelect}
              />
            </th>
            <td className="number right">{figure(node.figures.norm, 1)}</td>
            <td>
              <Said words={node.writes} />
              <Shifted name="more" words={node.lifts} />
              <Shifted name="less" words={node.filters} />
            </td>
            <td className="number right nowrap">
              {rankText(node.figures.targetRank)}{' '}
              <small className="hint">{percent(node.figures.targetProbability)}</small>
            </td>
            <td className="number right">{signed(node.figures.dla)}</td>
            <td className="number right">{signed(node.figures.effect)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
