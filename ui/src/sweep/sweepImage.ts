import { figure } from '../common/format';
import { framed } from '../common/framed';
import { escapeXml, type Image } from '../common/image';
import type { Diverging } from '../grid/scale';
import type { Palette } from '../theme/palette';
import type { SweepMap } from './sweeps';

const CELL = { width: 34, height: 22 };
const LEFT = 36;
const TILTED = 72;
const LEGEND = 20;

/** A sweep's map as a file: layers upward, columns named below, and what the colours mean. */
export function sweepImage(
  map: SweepMap,
  scale: Diverging,
  palette: Palette,
  title: readonly string[],
): Image {
  const below = map.layers.length * CELL.height;
  const x = (column: number) => LEFT + column * CELL.width;
  const text = (at: { x: number; y: number }, words: string, more = '') =>
    `<text x="${at.x}" y="${at.y}" font-size="11" fill="${palette.dim}" xml:space="preserve"${more}>${escapeXml(words)}</text>`;
  const cells = map.layers.flatMap((layer, r) => [
    text({ x: LEFT - 6, y: (r + 0.7) * CELL.height }, `L${layer}`, ' text-anchor="end"'),
    ...map.columns.map((column, c) => {
      const cell = map.at.get(`${layer} ${column.key}`);
      const words = cell ? `${cell.component}: ${figure(cell.change)}` : '';
      return (
        `<rect x="${x(c)}" y="${r * CELL.height}" width="${CELL.width - 1}" height="${CELL.height - 1}"` +
        ` fill="${cell ? scale.colour(cell.change) : 'none'}"><title>${escapeXml(words)}</title></rect>`
      );
    }),
  ]);
  const names = map.columns.map((column, c) => {
    const at = { x: x(c) + CELL.width / 2, y: below + 12 };
    return text(at, column.label, ` transform="rotate(40 ${at.x} ${at.y})"`);
  });
  const bar =
    `<defs><linearGradient id="scale"><stop offset="0" stop-color="${palette.lowers}"/><stop offset="0.5" stop-color="${palette.panel}"/><stop offset="1" stop-color="${palette.raises}"/></linearGradient></defs>` +
    `<rect width="160" height="10" fill="url(#scale)" stroke="${palette.line}"/>` +
    text(
      { x: 168, y: 9 },
      `change of the metric, −${figure(scale.most)} to +${figure(scale.most)}, colour by square root`,
    );
  return framed({
    marks: cells.join('') + names.join(''),
    size: { width: LEFT + map.columns.length * CELL.width + TILTED / 2, height: below + TILTED },
    palette,
    title,
    legend: () => ({ marks: bar, height: LEGEND }),
  });
}
