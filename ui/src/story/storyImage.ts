import { framed, marksOf, type Legend } from '../common/framed';
import { withStyles, type Image } from '../common/image';
import type { Palette } from '../theme/palette';
import { GUTTER } from './layout/gutter';
import { FRAME, type StoryLayout } from './layout/layout';

/** A drawing's elements, with their styles. */
export interface Drawn {
  marks: string;
  size: { width: number; height: number };
}

/** Between pictures side by side, in px. */
const BETWEEN = 24;

/** The whole picture with its axes where they belong, however it is scrolled; title and legend are within it. */
export function storyImage(
  svg: SVGSVGElement,
  layout: StoryLayout,
  palette: Palette,
  title: readonly string[],
): Image {
  return framed({ ...storyMarks(svg, layout), palette, title });
}

/** Several pictures of stories in a row, with one title and one legend. */
export function rowImage(
  drawn: readonly Drawn[],
  palette: Palette,
  title: readonly string[],
  legend: (room: number) => Legend,
): Image {
  let x = 0;
  const marks = drawn.map(({ marks: each, size: { width, height } }) => {
    const at = x;
    x += width + BETWEEN;
    return `<svg x="${at}" y="0" width="${width}" height="${height}">${each}</svg>`;
  });
  const size = { width: x - BETWEEN, height: Math.max(...drawn.map((each) => each.size.height)) };
  return framed({ marks: marks.join(''), size, palette, title, legend });
}

/** A picture of a story as it is without being scrolled. */
export function storyMarks(svg: SVGSVGElement, layout: StoryLayout): Drawn {
  const copy = withStyles(svg);
  for (const [name, transform] of Object.entries(placesOf(layout)))
    copy.querySelector(`[data-axis="${name}"]`)?.setAttribute('transform', transform);
  copy.querySelectorAll('.lit, [data-axis="corners"]').forEach((mark) => mark.remove());
  const { width, height } = layout;
  return { marks: marksOf(copy), size: { width, height } };
}

/** Where the axes are while nothing is scrolled. */
export function placesOf(layout: StoryLayout) {
  const right = layout.width - GUTTER;
  return {
    tokens: `translate(${FRAME.left} ${FRAME.top + layout.inner.height})`,
    layers: `translate(0 ${FRAME.top})`,
    gutter: `translate(${right} ${FRAME.top})`,
    title: 'translate(0 0)',
    head: `translate(${right} 0)`,
  };
}
