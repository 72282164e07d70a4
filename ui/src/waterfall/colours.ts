import type { Sum } from '../api/types';
import type { Swatch } from '../common/swatches';
import { hue, type Palette } from '../theme/palette';
import type { Step } from './steps';

/** As in the story: what raises the whole and what lowers it; shares have no sign, and what is no activation of the model has no colour. */
export function barColour(
  { node, value }: Pick<Step, 'node' | 'value'>,
  of: Sum['of'],
  palette: Palette,
): string {
  if (node === undefined) return palette.edge;
  return of === 'share' ? palette.amount : hue(palette, value);
}

/** What the colours mean, beside the drawing and below its image. */
export function meanings(of: Sum['of'], palette: Palette): Swatch[] {
  return [
    ...(of === 'share'
      ? [{ colour: palette.amount, words: 'its share' }]
      : [
          { colour: palette.raises, words: '+ raises' },
          { colour: palette.lowers, words: '− lowers' },
        ]),
    { colour: palette.edge, words: 'several parts, or no activation' },
    { colour: palette.nodeLine, words: 'total' },
  ];
}
