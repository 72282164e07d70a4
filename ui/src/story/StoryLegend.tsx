import { CIRCUIT_MARK, circuitText } from '../circuit/mark';
import type { Palette } from '../theme/palette';
import { textWidth } from '../common/text';
import { shorten, visibleToken } from '../tokens/tokenText';
import { fill } from './appearance';

interface StoryLegendProps {
  /** what the picture explains */
  target: string | undefined;
  palette: Palette;
  /** the circuit whose components are marked */
  circuit: string | undefined;
  /** px from the left that it may take */
  room: number;
}

const SIZE = 11;
const LEFT = 8;
const LONGEST_TARGET = 16;
/** A pill in small, and from where on its words stand. */
const SWATCH = { width: 15, height: 11, words: 20 };
const PILL = 'layer.head and the token it reads';
const LINES: readonly [dash: string | undefined, words: string][] = [
  [undefined, 'attends'],
  ['5 3', 'moves the query'],
  ['1.5 3', 'moves key or value, feeds an MLP'],
];

/** What marks mean, in one line, what matters most first; where there is less room, less of it. */
export function StoryLegend({ target, palette, circuit, room }: StoryLegendProps) {
  const signs = [
    { amount: 1, sign: '+', words: `supports ${shorten(visibleToken(target), LONGEST_TARGET)}` },
    { amount: -1, sign: '−', words: 'works against it' },
  ];
  const marked = circuit === undefined ? '' : circuitText(circuit);
  const [supports, opposes, pill, diamond, ...lines] = placed(
    [
      ...signs.map(({ words }) => SWATCH.words + textWidth(words, SIZE, 'bold')),
      textWidth(PILL, SIZE, 'sans'),
      marked === '' ? 0 : 14 + textWidth(marked, SIZE, 'sans'),
      ...LINES.map(([, words]) => 28 + textWidth(words, SIZE, 'sans')),
    ],
    room,
  );
  return (
    <g fontSize={SIZE} fill={palette.dim}>
      {signs.map(({ amount, sign, words }, i) => {
        const at = [supports, opposes][i];
        const colour = amount > 0 ? palette.raises : palette.lowers;
        return (
          at !== undefined && (
            <g key={sign} fontWeight={650}>
              <rect
                x={at}
                y={36}
                width={SWATCH.width}
                height={SWATCH.height}
                rx={3}
                fill={fill(palette, amount, 2)}
                stroke={colour}
              />
              <text x={at + SWATCH.width / 2} y={45} textAnchor="middle" fill={palette.text}>
                {sign}
              </text>
              <text x={at + SWATCH.words} y={45} fill={colour} xmlSpace="preserve">
                {words}
              </text>
            </g>
          )
        );
      })}
      {pill !== undefined && (
        <text x={pill} y={45}>
          {PILL}
        </text>
      )}
      {diamond !== undefined && marked !== '' && (
        <g>
          <path d={CIRCUIT_MARK} transform={`translate(${diamond + 5} 41)`} fill={palette.text} />
          <text x={diamond + 14} y={45}>
            {marked}
          </text>
        </g>
      )}
      {LINES.map(([dash, words], i) => {
        const at = lines[i];
        return (
          at !== undefined && (
            <g key={words}>
              <path d={`M${at} 41h22`} stroke={palette.dim} strokeWidth={2} strokeDasharray={dash} />
              <text x={at + 27} y={45}>
                {words}
              </text>
            </g>
          )
        );
      })}
    </g>
  );
}

/** Where each stands; nowhere what has no room, nor anything after it, and nothing is taken up by what has no width. */
function placed(widths: readonly number[], room: number): (number | undefined)[] {
  let x = LEFT;
  return widths.map((width) => {
    const at = x;
    x += width > 0 ? width + 12 : 0;
    return x - 12 <= room ? at : undefined;
  });
}
