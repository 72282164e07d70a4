import { framed, marksOf } from '../common/framed';
import { withStyles, type Image } from '../common/image';
import type { Palette } from '../theme/palette';
import { groundMarks, type Ground } from './ground';
import { legendMarks } from './legend';

interface Drawn {
  svg: SVGSVGElement;
  size: { width: number; height: number };
  palette: Palette;
  title: readonly string[];
  vocabulary: number;
  /** the circuit whose components are marked */
  circuit: string | undefined;
}

/** The whole flow: the camera taken out, and what the screen has as pixels as marks. */
export function flowImage({ svg, size, palette, title, vocabulary, circuit }: Drawn, ground: Ground): Image {
  const copy = withStyles(svg);
  copy.querySelector('.drawing')?.removeAttribute('transform');
  copy.querySelector('.sticky')?.remove();
  return framed({
    marks: groundMarks(ground) + marksOf(copy),
    size,
    palette,
    title,
    legend: (width) => legendMarks({ palette, vocabulary, circuit }, width),
  });
}
