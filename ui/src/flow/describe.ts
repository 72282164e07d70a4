import type { Membership } from '../api/found';
import type { FlowNode } from '../api/types';
import { circuitText } from '../circuit/mark';
import { percent, rankText } from '../common/format';
import { visibleToken } from '../tokens/tokenText';

const SITES: Record<string, string> = { embed: 'embedding', mid: 'resid_mid', post: 'resid_post' };

/** What a node is called, in the vocabulary of design.md section 2. */
export function nodeTitle(node: Pick<FlowNode, 'layer' | 'name' | 'site'> & { kind: string }): string {
  switch (node.kind) {
    case 'residual':
      return node.site === 'embed'
        ? 'embedding'
        : `${SITES[node.site ?? ''] ?? 'residual'} of layer ${node.layer}`;
    case 'attention':
      return `attn_out of layer ${node.layer}`;
    case 'mlp':
      return `mlp_out of layer ${node.layer}`;
    case 'head':
      return `head ${node.name}`;
    case 'neuron':
      return `neuron ${node.name}`;
    default:
      return node.name;
  }
}

/** The circuit that is marked, where the node is of a component that belongs to it. */
export function circuitOf(node: FlowNode, circuit: Membership | undefined): string | undefined {
  const component = node.kind === 'mlp' ? `L${node.layer}.mlp` : node.name;
  const may = node.kind === 'head' || node.kind === 'mlp';
  return may && circuit?.members.has(component) ? circuit.name : undefined;
}

export function nodeLabel(node: FlowNode, tokenAt: string | undefined, circuit: string | undefined): string {
  const parts = [
    `${nodeTitle(node)} at ${node.position} ${visibleToken(tokenAt ?? '')}`,
    node.topToken !== undefined && `top token ${visibleToken(node.topToken)}`,
    node.targetRank !== undefined && `target rank ${rankText(node.targetRank)}`,
    `share ${percent(node.share)}`,
    circuit !== undefined && circuitText(circuit),
  ];
  return parts.filter(Boolean).join(', ');
}
