import type { Story, StoryKey } from '../api/types';
import { visibleToken } from '../tokens/tokenText';
import { gutterOf } from '../story/layout/gutter';
import type { StoryLayout } from '../story/layout/layout';
import type { Pill } from '../story/layout/pills';
import { BETWEEN, detailFont, detailIn, PADDING, SIGN } from '../story/layout/pillText';
import { textWidth } from '../common/text';
import { prune, type Shown } from '../story/prune';
import { differenceOf, type Differing, type Sides } from './difference';
import type { Side } from './pairing';

/** What the picture shows: right minus left, or one of them. */
export type View = 'difference' | Side;

/** "+1.42": an amount that has to stand in a mark. */
export function shortAmount(value: number, digits = 2): string {
  const least = 0.5 * 10 ** -digits;
  const size = Math.abs(value) < least ? '0' : Math.abs(value).toFixed(Math.abs(value) >= 100 ? 0 : digits);
  return size === '0' ? '±0' : `${value < 0 ? '−' : '+'}${size}`;
}

/** So many of the marks, with room for what stands in them in any view: in all of them everything is at the same place. */
export function shownMarks(differing: Differing, count: number): Shown {
  const shown = prune(differing.story, count);
  const width = (text: string) => textWidth(text, 1, 'mono');
  return {
    ...shown,
    parts: shown.parts.map((part) => ({
      ...part,
      detail: (['difference', 'left', 'right'] as const)
        .map((view) => detailOf(differing, part.id, view))
        .reduce((longest, each) => (width(each) > width(longest) ? each : longest)),
    })),
  };
}

/** What stands in a mark: of the difference its size, of a side the token that it reads there. */
export function detailOf({ sides, left, right }: Differing, id: string, view: View): string {
  const known = sides.get(id);
  if (view === 'difference') return shortAmount(known ? differenceOf(known) : 0);
  const story = view === 'left' ? left : right;
  const part = known?.told[view];
  if (known?.[view] === undefined) return '–';
  const [key] = part?.reads ?? [];
  if (key) return visibleToken(story.positions[key.position]?.text);
  const [written] = part?.writes ?? [];
  return written ? visibleToken(written.text) : '';
}

/** The same picture, as one view has it: its amounts, its words, its edges and its lens. */
export function inView(layout: StoryLayout, differing: Differing, view: View): StoryLayout {
  const pills = layout.pills.map((pill) => pillIn(pill, differing, view));
  const byId = new Map(pills.map((pill) => [pill.id, pill]));
  if (view === 'difference') return { ...layout, pills, byId };
  const story = view === 'left' ? differing.left : differing.right;
  const moves = new Map(story.edges.map((edge) => [moveId(edge), edge.effect]));
  const edges = layout.edges.flatMap((edge) => {
    const amount =
      edge.kind === 'attend'
        ? keyOf(differing, view, edge.target, edge.position)?.effect
        : edge.kind === 'out'
          ? differing.sides.get(edge.source ?? '')?.[view]
          : moves.get(edge.id);
    return amount === undefined ? [] : { ...edge, amount };
  });
  return { ...layout, pills, byId, edges, gutter: gutterOf(layout.rows, story) };
}

function moveId(edge: Story['edges'][number]): string {
  return `${edge.source} ${edge.target} ${edge.via} ${edge.position}`;
}

export function keyOf(
  { sides }: Differing,
  side: Side,
  id: string | undefined,
  position: number,
): StoryKey | undefined {
  return sides.get(id ?? '')?.told[side]?.reads.find((key) => key.position === position);
}

function pillIn(pill: Pill, differing: Differing, view: View): Pill {
  const known = differing.sides.get(pill.id);
  const amount = view === 'difference' ? differenceOf(known ?? { told: {} }) : (known?.[view] ?? 0);
  const sign = view === 'difference' ? 0 : SIGN;
  const room =
    pill.width - pill.inset - 2 * PADDING - sign - BETWEEN - textWidth(pill.name, pill.font, 'bold');
  const font = detailFont(pill.font);
  const words = detailOf(differing, pill.id, view);
  // a figure cut short would be another
  const cut = view === 'difference' && textWidth(words, font, 'mono') > room;
  const detail = cut ? shortAmount(amount, 1) : detailIn(words, room, font);
  return { ...pill, detail, part: { ...pill.part, amount } };
}

/** The largest amount of any mark on either side, and the largest difference: sides share one scale, the difference has its own. */
export function scaleOf(shown: Shown, { sides }: Differing, view: View): number {
  const amounts = shown.parts.flatMap(({ id }) => {
    const known = sides.get(id);
    if (!known) return [];
    return view === 'difference' ? [differenceOf(known)] : [known.left ?? 0, known.right ?? 0];
  });
  return Math.max(0, ...amounts.map(Math.abs));
}

/** A side that does not have what the other has. */
export function hasNone(known: Sides | undefined, view: View): boolean {
  return known !== undefined && view !== 'difference' && known[view] === undefined;
}
