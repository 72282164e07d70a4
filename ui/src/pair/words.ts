import type { Story } from '../api/types';
import { percent, signed } from '../common/format';
import { promptText, visibleToken } from '../tokens/tokenText';
import type { Edge } from '../story/layout/edges';
import type { StoryLayout } from '../story/layout/layout';
import { pillName } from '../story/layout/pillText';
import type { Shown, ShownPart } from '../story/prune';
import { metricText } from '../story/sentences';
import { differenceOf, oneSide, type Differing } from './difference';
import type { View } from './marks';
import type { Side } from './pairing';

const OTHER: Record<Side, Side> = { left: 'right', right: 'left' };

/** "head 23.3 at '␣to': on the left +1.2 reading '␣John' (0.69), on the right −0.3; difference −1.5": the list, the pointer and screen readers have the same. */
export function markSentence(differing: Differing, part: ShownPart): string {
  const { sides, story } = differing;
  const known = sides.get(part.id) ?? { told: {} };
  const side = (which: Side) => {
    const amount = known[which];
    if (amount === undefined) return undefined;
    const [key] = known.told[which]?.reads ?? [];
    const token = visibleToken(differing[which].positions[key?.position ?? -1]?.text);
    return `on the ${which} ${signed(amount)}${key ? ` reading '${token}' (${key.weight.toFixed(2)})` : ''}`;
  };
  const what = part.kind === 'head' ? 'head' : 'MLP';
  const where = visibleToken(story.positions[part.position]?.text);
  const amounts = [side('left'), side('right')].filter((text) => text !== undefined).join(', ');
  const only = oneSide(known);
  return `${what} ${pillName(part)} at '${where}': ${amounts}; ${
    only ? missing(differing, part, OTHER[only]) : `right minus left ${signed(differenceOf(known))}`
  }`;
}

/** Why a side has no amount. */
function missing(differing: Differing, part: ShownPart, side: Side): string {
  return differing[side].positions[part.position]?.text === ''
    ? `on the ${side} there is no such token`
    : `not kept on the ${side}`;
}

/** How many of all marks, and in what measure: it stands above the picture. */
export function countText({ story, left, right }: Differing, shown: Shown): string {
  const what = story.measure === 'effect' ? 'estimated effects' : 'direct logit attribution';
  const of =
    metricText(left) === metricText(right)
      ? metricText(right)
      : `${metricText(left)} on the left and ${metricText(right)} on the right`;
  return `${shown.parts.length} that differ most = ${percent(shown.portion)} of all differences told, ${what} on ${of}`;
}

export function viewText(view: View, left: string | undefined, right: string | undefined): string {
  const quoted = (prompt: string | undefined) => `“${visibleToken(promptText(prompt))}”`;
  switch (view) {
    case 'difference':
      return `${quoted(right)} minus ${quoted(left)}`;
    case 'left':
      return `Left: ${quoted(left)}`;
    case 'right':
      return `Right: ${quoted(right)}`;
  }
}

export function edgeSentence(story: Story, layout: StoryLayout, edge: Edge, view: View): string {
  const name = (id: string | undefined) => {
    const part = layout.byId.get(id ?? '')?.part;
    return part ? pillName(part) : '';
  };
  const token = `'${visibleToken(story.positions[edge.position]?.text)}'`;
  const amount = `${view === 'difference' ? 'right minus left' : view} ${signed(edge.amount)}`;
  switch (edge.kind) {
    case 'attend':
      return `${name(edge.target)} attends to ${token}: ${amount}`;
    case 'feeds':
      return `${name(edge.source)} feeds MLP ${name(edge.target)}: ${amount}`;
    case 'query':
    case 'key':
    case 'value':
      return `${name(edge.source)} moves the ${edge.kind} of ${name(edge.target)} at ${token}: ${amount}`;
    case 'out':
      return `${name(edge.source)} adds to the stream at ${token}: ${amount}`;
  }
}
