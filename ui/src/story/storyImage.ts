import { framed, marksOf } from '../common/framed';
import { withStyles, type Image } from '../common/image';
import type { Palette } from '../theme/palette';
import { GUTTER } from './layout/gutter';
import { FRAME, type StoryLayout } from './layout/layout';

/** The whole picture with its axes where they belong, however it is scrolled; title and legend are within it. */
export function storyImage(
  svg: SVGSVGElement,
  layout: StoryLayout,
  palette: Palette,
  title: readonly string[],
): Image {
  const copy = withStyles(svg);
  const below = FRAME.top + layout.inner.height;
  const places: Record<string, string> = {
    tokens: `translate(${FRAME.left} ${below})`,
    layers: `translate(0 ${FRAME.top})`,
    gutter: `translate(${layout.width - GUTTER} ${FRAME.top})`,
    title: 'translate(0 0)',
    head: `translate(${layout.width - GUTTER} 0)`,
  };
  for (const [name, transform] of Object.entries(places))
    copy.querySelector(`[data-axis="${name}"]`)?.setAttribute('transform', transform);
  copy.querySelectorAll('.lit, [data-axis="corners"]').forEach((mark) => mark.remove());
  const { width, height } = layout;
  return framed({ marks: marksOf(copy), size: { width, height }, palette, title });
}
