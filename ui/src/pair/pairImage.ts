import type { Image } from '../common/image';
import { swatches, type Swatch } from '../common/swatches';
import { rowImage, type Drawn } from '../story/storyImage';
import type { Palette } from '../theme/palette';
import type { View } from './marks';

/** One view of two stories, or several side by side, as a file with their prompts and what marks mean. */
export function pairImage(
  drawn: readonly Drawn[],
  views: readonly View[],
  palette: Palette,
  title: readonly string[],
): Image | undefined {
  if (drawn.length === 0) return undefined;
  const meant = meanings(views, palette);
  return rowImage(drawn, palette, title, (room) => swatches(meant, palette, room, 9));
}

function meanings(views: readonly View[], palette: Palette): Swatch[] {
  const sides = views.some((view) => view !== 'difference');
  const difference = views.includes('difference');
  const both = (of: string, ofDifference: string) =>
    [
      ...(sides ? [of] : []),
      ...(difference ? [`${sides ? 'in the difference ' : ''}${ofDifference}`] : []),
    ].join('; ');
  return [
    { colour: palette.raises, words: both('+ raises', '+ more on the right') },
    { colour: palette.lowers, words: both('− lowers', '− less on the right') },
    { words: both('bar: its effect, both sides on one scale', 'bar and figure: right minus left') },
    { words: '┄ outline: one side only' },
    { words: 'a→b: tokens that differ' },
  ];
}
