import type { Flow, FlowNode } from '../api/types';
import type { Need } from '../axes/columns';
import { textWidth } from '../common/text';
import { shorten, visibleToken } from '../tokens/tokenText';
import { APART, ATTENTION, HEADS, LONGEST_TOKEN, MLP, NEURONS, TOKEN_FONT } from './measures';

/**
 * What positions need beside their streams.
 *
 * @param abreast the longest row of heads by position
 * @param stacks the most columns of neurons by position
 */
export function needsOf(
  flow: Flow,
  abreast: ReadonlyMap<number, number>,
  stacks: ReadonlyMap<number, number>,
): Need[] {
  const at = (kind: FlowNode['kind']) =>
    new Set(flow.nodes.filter((node) => node.kind === kind).map((node) => node.position));
  const [states, attention, mlps] = [at('residual'), at('attention'), at('mlp')];
  return flow.positions.map(({ index, text }) => {
    const inRow = abreast.get(index) ?? 0;
    const neuronColumns = stacks.get(index) ?? 0;
    return {
      position: index,
      left:
        inRow > 0
          ? HEADS.fromStream + (inRow - 0.5) * HEADS.step + APART
          : attention.has(index)
            ? ATTENTION.fromStream + APART
            : mlps.has(index)
              ? APART
              : 0,
      right:
        neuronColumns > 0
          ? MLP.fromStream + NEURONS.fromMlp + (neuronColumns - 0.5) * NEURONS.step + APART
          : mlps.has(index)
            ? MLP.fromStream + 2 * APART
            : inRow > 0 || attention.has(index)
              ? APART
              : 0,
      used: states.has(index) || index === flow.targetPosition,
      token: textWidth(shorten(visibleToken(text), LONGEST_TOKEN), TOKEN_FONT, 'mono'),
    };
  });
}
