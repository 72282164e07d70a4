import type { Palette } from '../theme/palette';
import { escapeXml, type Image } from './image';
import { textWidth, type Face } from './text';

const MARGIN = 16;
const LINE = 18;
const FONT = 13;
const LEAST_WIDTH = 560;
const SANS = "system-ui, 'Segoe UI', 'DejaVu Sans', 'Noto Sans', sans-serif";
export const MONO =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";

/** What marks mean, below a drawing. */
export interface Legend {
  marks: string;
  height: number;
}

interface Framed {
  /** SVG's elements, with their styles, from 0, 0 on */
  marks: string;
  size: { width: number; height: number };
  palette: Palette;
  /** the first line in bold; long ones are broken */
  title: readonly string[];
  /** in so much width; absent where the drawing has its own */
  legend?: (width: number) => Legend;
}

/** Any drawing of the page between a title and a legend, as a file that needs nothing else. */
export function framed({ marks, size, palette, title, legend }: Framed): Image {
  const width = Math.ceil(Math.max(size.width, LEAST_WIDTH)) + 2 * MARGIN;
  const inner = width - 2 * MARGIN;
  const lines = title.flatMap((each, i) =>
    broken(each, inner, i === 0 ? 'bold' : 'sans').map((words) => ({ words, bold: i === 0 })),
  );
  const top = MARGIN + lines.length * LINE + 8;
  const below = legend?.(inner);
  const height = Math.ceil(top + size.height + MARGIN + (below ? below.height + 8 : 0));
  const heading = lines.map(
    ({ words, bold }, i) =>
      `<text x="${MARGIN}" y="${MARGIN + 12 + i * LINE}" font-size="${FONT}" fill="${bold ? palette.text : palette.dim}"` +
      `${bold ? ' font-weight="650"' : ''} xml:space="preserve">${escapeXml(words)}</text>`,
  );
  return {
    width,
    height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}">` +
      `<title>${escapeXml(title.join(' '))}</title>` +
      `<rect width="${width}" height="${height}" fill="${palette.panel}"/>` +
      heading.join('') +
      `<g transform="translate(${MARGIN + (inner - size.width) / 2} ${top})">${marks}</g>` +
      (below
        ? `<g transform="translate(${MARGIN} ${top + size.height + MARGIN + 8})">${below.marks}</g>`
        : '') +
      '</svg>',
  };
}

/** What is within a drawing whose styles are written in. */
export function marksOf(svg: SVGSVGElement): string {
  return [...svg.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
}

/** Words in lines that are no wider. */
function broken(text: string, width: number, face: Face): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, FONT, face) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
