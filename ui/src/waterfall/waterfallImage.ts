import type { Sum } from '../api/types';
import { framed, marksOf } from '../common/framed';
import { withStyles, type Image } from '../common/image';
import { swatches } from '../common/swatches';
import type { Palette } from '../theme/palette';
import { meanings } from './colours';
import { AXIS } from './scale';

/** Axis and bars, which are drawings of their own on the page so that one stays while the other scrolls, as one image. */
export function waterfallImage(
  frame: HTMLElement,
  {
    of,
    size,
    palette,
    title,
  }: {
    of: Sum['of'];
    /** of the bars */
    size: { width: number; height: number };
    palette: Palette;
    title: readonly string[];
  },
): Image {
  const [axis = '', bars = ''] = [...frame.querySelectorAll<SVGSVGElement>('svg.waterfall')].map((svg) =>
    marksOf(withStyles(svg)),
  );
  return framed({
    marks: `${axis}<g transform="translate(0 ${AXIS})">${bars}</g>`,
    size: { width: size.width, height: AXIS + size.height },
    palette,
    title,
    legend: (room) => swatches(meanings(of, palette), palette, room, 9),
  });
}
