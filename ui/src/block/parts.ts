import { activationId } from '../api/generated/words';
import { placeOf } from '../api/place';
import type { ComputedBlock } from '../api/types';

export type BlockNode = ComputedBlock['nodes'][number];

/** A key that a head reads: how much of it, and what it would write if it read that alone. */
export interface ReadKey {
  position: number;
  weight: number;
  value: BlockNode;
}

export interface ReadingHead {
  head: BlockNode;
  /** the largest weight first */
  keys: ReadKey[];
  /** the weights of keys that are not listed, together */
  rest: number;
}

/** As VISIT draws them: by activation times the norm of what a neuron writes, with the activation's sign. */
export interface Neurons {
  /** the largest first */
  largest: BlockNode[];
  /** the most negative first */
  smallest: BlockNode[];
  /** by what they do for the metric, none where the trace has no effects */
  strongest: BlockNode[];
}

export const LARGEST = 18;
export const SMALLEST = 7;
export const STRONGEST = 25;

/** On the way through the block, as the stream takes it. */
const STATES = [
  'embed',
  'change_embed',
  'ln1',
  'attn',
  'b_O',
  'change_attn',
  'mid',
  'change_mid',
  'ln2',
  'mlp',
  'b_out',
  'change_mlp',
  'post',
  'change_post',
  'final',
];

export function siteOf(node: BlockNode): string {
  return placeOf(node.id)?.site ?? node.id;
}

/** States, sums, norms and biases, in the order of the stream. */
export function statesOf({ nodes }: ComputedBlock): BlockNode[] {
  const order = (node: BlockNode) => STATES.indexOf(siteOf(node));
  return nodes.filter((node) => order(node) >= 0).sort((a, b) => order(a) - order(b));
}

/** The residual state that the block reads, which is the block's below it; of the first layer it is the embedding, which is among the block's own. */
export function stateBefore({ layer, position }: Pick<ComputedBlock, 'layer' | 'position'>) {
  return layer === 0 ? undefined : activationId(layer - 1, position, 'post');
}

/** Every head with the keys that it reads; those that do most for the metric first. */
export function headsOf({ nodes, edges }: ComputedBlock): ReadingHead[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes
    .filter((node) => node.kind === 'head')
    .map((head) => {
      const keys = edges
        .filter(({ type, to }) => type === 'ATTENDED_BY' && to === head.id)
        .flatMap(({ from, figures }): ReadKey[] => {
          const value = byId.get(from);
          const position = placeOf(from)?.position;
          return value && position !== undefined ? [{ position, weight: figures.weight ?? 0, value }] : [];
        })
        .sort((a, b) => b.weight - a.weight);
      return { head, keys, rest: Math.max(0, 1 - keys.reduce((sum, { weight }) => sum + weight, 0)) };
    })
    .sort((a, b) => worth(b.head) - worth(a.head));
}

export function neuronsOf({ nodes }: ComputedBlock): Neurons {
  const neurons = nodes.filter((node) => node.kind === 'neuron');
  const bySize = [...neurons].sort((a, b) => signedStrength(b) - signedStrength(a));
  const largest = bySize.slice(0, LARGEST);
  return {
    largest,
    smallest: bySize.slice(largest.length).slice(-SMALLEST).reverse(),
    strongest: neurons
      .filter((node) => node.figures.effect !== undefined)
      .sort((a, b) => worth(b) - worth(a))
      .slice(0, STRONGEST),
  };
}

/** Activation times the norm of the neuron's row of W_out. */
export function signedStrength({ figures }: BlockNode): number {
  const strength = figures.strength ?? figures.norm ?? 0;
  return (figures.activation ?? 0) < 0 ? -strength : strength;
}

function worth({ figures }: BlockNode): number {
  return Math.abs(figures.effect ?? figures.dla ?? 0);
}
