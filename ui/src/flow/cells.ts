import type { FlowNode } from '../api/types';

/** Heads, or neurons, of a flow by layer and position, in the order of their index. */
export class Cells {
  private readonly byPlace = new Map<string, FlowNode[]>();

  constructor(nodes: readonly FlowNode[], kind: 'head' | 'neuron') {
    for (const node of nodes) {
      if (node.kind !== kind) continue;
      const members = this.byPlace.get(placeOf(node));
      if (members) members.push(node);
      else this.byPlace.set(placeOf(node), [node]);
    }
    const order = (node: FlowNode) => node.head ?? node.index ?? 0;
    for (const members of this.byPlace.values()) members.sort((a, b) => order(a) - order(b));
  }

  /** Those that stand with a node, itself among them. */
  with(node: FlowNode): readonly FlowNode[] {
    return this.byPlace.get(placeOf(node)) ?? [];
  }

  /** The largest figure of cells by layer, or by position. */
  largest(of: 'layer' | 'position', figure: (members: number, layer: number) => number): Map<number, number> {
    const most = new Map<number, number>();
    for (const members of this.byPlace.values()) {
      const [first] = members;
      if (!first) continue;
      const value = figure(members.length, first.layer);
      most.set(first[of], Math.max(most.get(first[of]) ?? 0, value));
    }
    return most;
  }
}

function placeOf(node: FlowNode): string {
  return `${node.layer}.${node.position}`;
}
