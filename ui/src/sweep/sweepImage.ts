import { figure } from '../common/format';
import { escapeXml, type Image } from '../common/image';
import type { Diverging } from '../grid/scale';
import type { Palette } from '../theme/palette';
import type { SweepMap } from './sweeps';

const SANS = "system-ui, 'Segoe UI', 'DejaVu Sans', 'Noto Sans', sans-serif";
const CELL = { width: 34, height: 22 };
const MARGIN = 16;
const LEFT = 36;
const LINE = 18;
const TILTED = 72;
const LEGEND = 48;
const LEAST = 520;

/** A sweep's map as a file: title, layers upward, columns named below, and what the colours mean. */
export function sweepImage(
  map: SweepMap,
  scale: Diverging,
  palette: Palette,
  title: readonly string[],
): Image {
  const top = MARGIN + title.length * LINE + 8;
  const below = top + map.layers.length * CELL.height;
  const width = Math.max(LEAST, MARGIN * 2 + LEFT + map.columns.length * CELL.width + TILTED / 2);
  const height = below + TILTED + LEGEND + MARGIN;
  const x = (column: number) => MARGIN + LEFT + column * CELL.width;
  const text = (at: { x: number; y: number }, words: string, more = '') =>
    `<text x="${at.x}" y="${at.y}" font-size="11" fill="${palette.dim}" xml:space="preserve"${more}>${escapeXml(words)}</text>`;
  const cells = map.layers.flatMap((layer, r) => [
    text({ x: MARGIN + LEFT - 6, y: top + (r + 0.7) * CELL.height }, `L${layer}`, ' text-anchor="end"'),
    ...map.columns.map((column, c) => {
      const cell = map.at.get(`${layer} ${column.key}`);
      const words = cell ? `${cell.component}: ${figure(cell.change)}` : '';
      return (
        `<rect x="${x(c)}" y="${top + r * CELL.height}" width="${CELL.width - 1}" height="${CELL.height - 1}"` +
        ` fill="${cell ? scale.colour(cell.change) : 'none'}"><title>${escapeXml(words)}</title></rect>`
      );
    }),
  ]);
  const names = map.columns.map((column, c) => {
    const at = { x: x(c) + CELL.width / 2, y: below + 12 };
    return text(at, column.label, ` transform="rotate(40 ${at.x} ${at.y})"`);
  });
  const bar = below + TILTED + 8;
  return {
    width,
    height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}">` +
      `<title>${escapeXml(title.join(' '))}</title>` +
      `<defs><linearGradient id="scale"><stop offset="0" stop-color="${palette.lowers}"/><stop offset="0.5" stop-color="${palette.panel}"/><stop offset="1" stop-color="${palette.raises}"/></linearGradient></defs>` +
      `<rect width="${width}" height="${height}" fill="${palette.panel}"/>` +
      title
        .map(
          (words, i) =>
            `<text x="${MARGIN}" y="${MARGIN + 12 + i * LINE}" font-size="13" fill="${i === 0 ? palette.text : palette.dim}"${i === 0 ? ' font-weight="650"' : ''} xml:space="preserve">${escapeXml(words)}</text>`,
        )
        .join('') +
      cells.join('') +
      names.join('') +
      `<rect x="${MARGIN}" y="${bar}" width="160" height="10" fill="url(#scale)" stroke="${palette.line}"/>` +
      text(
        { x: MARGIN + 168, y: bar + 9 },
        `change of the metric, −${figure(scale.most)} to +${figure(scale.most)}, colour by square root`,
      ) +
      '</svg>',
  };
}
