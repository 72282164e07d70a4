import { escapeXml, withStyles, type Image } from '../common/image';
import type { Palette } from '../theme/palette';
import { groundMarks, type Ground } from './ground';
import { legendMarks } from './legend';

const MARGIN = 16;
const LINE = 18;
const LETTER = 7.3;
const LEAST_WIDTH = 560;
const SANS = "system-ui, 'Segoe UI', 'DejaVu Sans', 'Noto Sans', sans-serif";

interface Export {
  svg: SVGSVGElement;
  size: { width: number; height: number };
  palette: Palette;
  /** the first line in bold; long ones are broken */
  title: readonly string[];
  legend: (width: number) => { marks: string; height: number };
  /** marks that lie under the drawing */
  under?: string;
}

/** The whole flow with a title and its legend: computed styles written in, the camera taken out, what the screen has as pixels as marks. */
export function flowImage(
  drawing: Omit<Export, 'legend' | 'under'>,
  ground: Ground,
  vocabulary: number,
): Image {
  return titled({
    ...drawing,
    legend: (width) => legendMarks(drawing.palette, vocabulary, width),
    under: groundMarks(ground),
  });
}

/** A drawing between a title and a legend, as a file that needs nothing else. */
export function titled({ svg, size, palette, title, legend, under = '' }: Export): Image {
  const copy = withStyles(svg);
  copy.querySelector('.drawing')?.removeAttribute('transform');
  copy.querySelector('.sticky')?.remove();
  const width = Math.ceil(Math.max(size.width, LEAST_WIDTH)) + 2 * MARGIN;
  const inner = width - 2 * MARGIN;
  const lines = title.flatMap((each, i) =>
    broken(each, Math.floor(inner / LETTER)).map((words) => ({ words, bold: i === 0 })),
  );
  const top = MARGIN + lines.length * LINE + 8;
  const below = legend(inner);
  const height = Math.ceil(top + size.height + MARGIN + below.height);
  const heading = lines.map(
    ({ words, bold }, i) =>
      `<text x="${MARGIN}" y="${MARGIN + 12 + i * LINE}" font-size="13" fill="${bold ? palette.text : palette.dim}"` +
      `${bold ? ' font-weight="650"' : ''} xml:space="preserve">${escapeXml(words)}</text>`,
  );
  const drawn = [...copy.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
  return {
    width,
    height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}">` +
      `<title>${escapeXml(title.join(' '))}</title>` +
      `<rect width="${width}" height="${height}" fill="${palette.panel}"/>` +
      heading.join('') +
      `<g transform="translate(${MARGIN + (inner - size.width) / 2} ${top})">${under}${drawn}</g>` +
      `<g transform="translate(${MARGIN} ${top + size.height + MARGIN + 8})">${below.marks}</g></svg>`,
  };
}

/** Words in lines of at most so many characters. */
function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
