import type { FlowNode } from '../api/types';
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

export function nodeLabel(node: FlowNode, tokenAt: string | undefined): string {
  const parts = [
    `${nodeTitle(node)} at ${node.position} ${visibleToken(tokenAt ?? '')}`,
    node.topToken !== undefined && `top token ${visibleToken(node.topToken)}`,
    node.targetRank !== undefined && `target rank ${rankText(node.targetRank)}`,
    `share ${percent(node.share)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
