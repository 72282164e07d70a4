import type { Story, StoryCaption, StoryState } from '../api/types';
import { circuitText } from '../circuit/mark';
import { percent, signed } from '../common/format';
import { saidText } from '../tokens/shownToken';
import { fitting, textWidth } from '../common/text';
import { promptText, visibleToken } from '../tokens/tokenText';
import { pillName } from './layout/pillText';
import type { ByReader } from './byReader';
import type { Shown, ShownPart } from './prune';

/** What a component does, in a sentence: the list, the pointer and screen readers have the same. */
export function sentence(story: Story, shown: Shown, part: ShownPart): string {
  if (part.group) {
    const members = part.group.members.map((each) => `${pillName(each)} (${signed(each.amount)})`);
    const within = part.circuit === undefined ? '' : `, all ${circuitText(part.circuit)}`;
    return `group ${part.group.name}, ${does(story, part.amount)}: ${members.join(', ')}${within}`;
  }
  const token = (position: number) => `'${visibleToken(story.positions[position]?.text)}'`;
  const [key] = part.keys;
  const moved = shown.edges
    .filter((edge) => edge.target === part.id)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, 3)
    .map((edge) => `${nameOf(shown, edge.source)} (${signed(edge.effect)})`);
  return [
    `${part.kind === 'head' ? 'head' : 'MLP'} ${pillName(part)}${part.called === undefined ? '' : ` “${part.called}”`} at ${token(part.position)}`,
    key && ` reads ${token(key.position)} (${key.weight.toFixed(2)})`,
    `, ${does(story, part.amount)}`,
    part.writes.length > 0 &&
      `, writes ${part.writes.map((each) => `'${visibleToken(each.text)}'`).join(' and ')}`,
    part.caption && `, ${part.caption.text}`,
    part.circuit !== undefined && `, ${circuitText(part.circuit)}`,
    moved.length > 0 && `, ${part.kind === 'head' ? 'moved' : 'fed'} by ${moved.join(', ')}`,
  ]
    .filter(Boolean)
    .join('');
}

/** "raises the answer by 1.37", for the measure and metric that the story is told in. */
function does(story: Story, amount: number): string {
  const what = story.metric === 'logit_difference' ? 'the difference' : 'the answer';
  return `${amount < 0 ? 'lowers' : 'raises'} ${what} by ${signed(Math.abs(amount)).replace('+', '')}`;
}

function nameOf(shown: Shown, id: string): string {
  const part = shown.parts.find((each) => each.id === id);
  return part ? pillName(part) : id;
}

/** What effects are of. */
export function metricText(story: Story): string {
  const target = visibleToken(story.target);
  const of = story.effects === 'probability' ? 'P' : story.metric === 'log_probability' ? 'log P' : 'logit';
  return story.metric === 'logit_difference' && story.distractor !== undefined
    ? `${of}(${target}) − ${of}(${visibleToken(story.distractor)})`
    : `${of}(${target})`;
}

/** What the marks amount to. */
export function measureText(story: Story): string {
  return {
    measured: 'measured by setting each to zero; edges are estimates',
    effect: 'estimated effects',
    dla: 'direct logit attribution (this trace has no effects)',
  }[story.measure];
}

/** "24 components = 41% of all |effect| on …": how much of everything the picture shows. */
export function countText(story: Story, shown: Shown, { hidden }: Pick<ByReader, 'hidden'>): string {
  const what = { measured: '|change|', effect: '|effect|', dla: '|dla|' }[story.measure];
  const components = shown.parts.reduce((sum, part) => sum + (part.group?.members.length ?? 1), 0);
  const without = hidden.length > 0 ? `, without ${hidden.length} that the reader hid` : '';
  return `${components} components = ${percent(shown.portion)} of all ${what} on ${metricText(story)}, ${measureText(story)}${without}`;
}

export const TITLE_FONT = 13;
/** Of the prompt, in a title: so many characters where there is room, and in any case. */
const WORDS = { most: 70, least: 8 };

/** What the picture is of, no wider than this: where there is less room it is the prompt that loses words, as what is explained is said nowhere else in an image. */
export function titleText(story: Story, prompt: string | undefined, room: number): string {
  const against =
    story.distractor === undefined ? ' (its logit alone)' : ` rather than ${visibleToken(story.distractor)}`;
  const told = ` → ${visibleToken(story.target)}${against}`;
  const free = (room - textWidth(told, TITLE_FONT, 'bold')) / textWidth('m', TITLE_FONT, 'bold');
  const most = Math.max(WORDS.least, Math.min(WORDS.most, Math.floor(free) - 1)); // and the ellipsis
  return fitting(`${lastWords(visibleToken(promptText(prompt)), most)}${told}`, room, TITLE_FONT, 'bold');
}

/** The last words of a prompt, no longer than this. */
export function lastWords(prompt: string, most: number): string {
  const characters = Array.from(prompt);
  if (characters.length <= most) return prompt;
  const end = characters.slice(-most).join('');
  const space = end.indexOf(' ');
  return `…${space >= 0 && space < most / 2 ? end.slice(space) : end}`;
}

/** The rule behind a caption, with the figures that it is seen by. */
export function ruleText(caption: StoryCaption, story: Story): string {
  const token = `'${visibleToken(story.positions[caption.key]?.text)}'`;
  const weight = `weight ${caption.weight.toFixed(2)} on ${token}`;
  switch (caption.text) {
    case 'copies the answer':
      return `${weight}, which is the answer, and writes it as #${caption.rank ?? '–'} at the last position`;
    case 'works against it':
      return `${weight}, and lowers the metric at the last position`;
    case 'sees its token earlier':
      return `${weight}, the same token as its own, earlier`;
    case 'continues what followed':
      return `${weight}, which followed the same token as its own, earlier`;
    case 'reads the repeated token':
      return `${weight}, a token that stood earlier too`;
    case 'looks one back':
      return `${weight}, the token before`;
  }
}

/** The logit lens after a layer, in words. */
export function stateText(story: Story, state: StoryState, distractor: number | undefined): string {
  const against =
    story.distractor === undefined
      ? ''
      : `, P(${visibleToken(story.distractor)}) ${distractor === undefined ? 'not kept: it is not among the first tokens there' : percent(distractor)}`;
  return (
    `After layer ${state.layer} the model would say ${saidText(state)}; ` +
    `P(${visibleToken(story.target)}) ${percent(state.targetProbability)}${against}`
  );
}
