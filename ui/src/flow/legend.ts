import { CIRCUIT_MARK, circuitText } from '../circuit/mark';
import { count, percent } from '../common/format';
import type { Legend } from '../common/framed';
import { escapeXml } from '../common/image';
import type { Palette } from '../theme/palette';
import { edgeColour, edgeWidth, rankTicks } from './scales';

export const WIDTHS = [0.05, 0.2, 0.6] as const;
export const KINDS = [
  ['stream', 'stream'],
  ['attend', 'attention'],
  ['mlp', 'MLP'],
] as const;
export const SHAPES = [
  ['residual', 'M0 5a5 5 0 1 1 10 0a5 5 0 1 1-10 0Z'],
  ['head', 'M0 0H10V10H0Z'],
  ['attn_out', 'M5 -1L11 5L5 11L-1 5Z'],
  ['MLP', 'M2 1H10Q12 1 12 5Q12 9 10 9H2Q0 9 0 5Q0 1 2 1Z'],
  ['neuron', 'M2.5 5a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1-5 0Z'],
] as const;

export function shareText(share: number): string {
  return percent(share).replace(/\.0+%/, '%');
}

interface Meant {
  palette: Palette;
  vocabulary: number;
  /** the circuit whose components are marked */
  circuit: string | undefined;
}

interface Entry {
  width: number;
  draw: (x: number, y: number) => string;
}

const ROW = 36;
const GAP = 24;
const LETTER = 6.3;

/** The page's legend as marks of an image, in rows of at most `width`. */
export function legendMarks(meant: Meant, width: number): Legend {
  let x = 0;
  let row = 0;
  const marks = entries(meant).map((entry) => {
    if (x > 0 && x + entry.width > width) {
      x = 0;
      row++;
    }
    const drawn = entry.draw(x, row * ROW);
    x += entry.width + GAP;
    return drawn;
  });
  return {
    marks: `<g font-size="11" fill="${meant.palette.dim}">${marks.join('')}</g>`,
    height: (row + 1) * ROW,
  };
}

function entries({ palette, vocabulary, circuit }: Meant): Entry[] {
  return [
    ramp(palette, vocabulary),
    samples(
      'share',
      24,
      WIDTHS.map((share) => [shareText(share), line(18, palette.edge, edgeWidth(share))]),
    ),
    samples(
      '',
      24,
      KINDS.map(([kind, name]) => [name, line(18, edgeColour(palette, kind), 3)]),
    ),
    samples(
      '',
      17,
      SHAPES.map(([name, path]) => [
        name,
        (x, y) =>
          `<path transform="translate(${x} ${y - 9})" d="${path}" fill="${palette.unranked}" stroke="${palette.nodeLine}"/>`,
      ]),
    ),
    ...(circuit === undefined
      ? []
      : [
          samples('', 14, [
            [
              circuitText(circuit),
              (x, y) =>
                `<path transform="translate(${x + 5} ${y - 4})" d="${CIRCUIT_MARK}" fill="${palette.text}"/>`,
            ],
          ]),
        ]),
  ];
}

function ramp(palette: Palette, vocabulary: number): Entry {
  const title = "target's rank";
  const [from, long] = [title.length * LETTER + 8, 150];
  const stops = palette.ranks.map(
    (colour, i) => `<stop offset="${i / (palette.ranks.length - 1)}" stop-color="${colour}"/>`,
  );
  const ticks = (x: number, y: number) =>
    rankTicks(vocabulary).map(
      ({ rank, at }) => `<text x="${x + at * long}" y="${y + 18}" text-anchor="middle">${count(rank)}</text>`,
    );
  return {
    width: from + long + 16,
    draw: (x, y) =>
      `<linearGradient id="ranks">${stops.join('')}</linearGradient>${text(x, y, title)}` +
      `<rect x="${x + from}" y="${y - 8}" width="${long}" height="9" rx="2" fill="url(#ranks)"/>` +
      ticks(x + from, y - 4).join(''),
  };
}

/** A title and marks with their names, from left to right. */
function samples(
  title: string,
  markWidth: number,
  named: [name: string, mark: (x: number, y: number) => string][],
): Entry {
  const first = title === '' ? 0 : title.length * LETTER + 8;
  const widths = named.map(([name]) => markWidth + name.length * LETTER + 14);
  return {
    width: first + widths.reduce((sum, each) => sum + each, 0),
    draw: (x, y) => {
      let at = x + first;
      const drawn = named.map(([name, mark], i) => {
        const here = at;
        at += widths[i] ?? 0;
        return mark(here, y) + text(here + markWidth, y, name);
      });
      return text(x, y, title) + drawn.join('');
    },
  };
}

function line(length: number, colour: string, width: number) {
  return (x: number, y: number) =>
    `<path d="M${x} ${y - 4}h${length}" stroke="${colour}" stroke-width="${width}"/>`;
}

function text(x: number, y: number, words: string): string {
  return words === '' ? '' : `<text x="${x}" y="${y}">${escapeXml(words)}</text>`;
}
