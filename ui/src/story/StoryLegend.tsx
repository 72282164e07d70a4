import { CIRCUIT_MARK, circuitText } from '../circuit/mark';
import type { Palette } from '../theme/palette';
import { fitting, textWidth } from '../tokens/text';

interface StoryLegendProps {
  palette: Palette;
  /** the circuit whose components are marked */
  circuit: string | undefined;
  /** px from the left that it may take */
  room: number;
}

const SIZE = 11;
const LEFT = 8;
const LEAD = 'layer.head and the token it reads';
const SIGNS = [
  ['raises', '+ raises'],
  ['lowers', '− lowers'],
] as const;
const LINES: readonly [dash: string | undefined, words: string][] = [
  [undefined, 'attends'],
  ['5 3', 'moves the query'],
  ['1.5 3', 'moves key or value, feeds an MLP'],
];

/** What marks mean, in one line; where there is less room, less of it. */
export function StoryLegend({ palette, circuit, room }: StoryLegendProps) {
  const marked = circuit === undefined ? '' : circuitText(circuit);
  const [raises, lowers, diamond, ...lines] = placed(
    [
      ...SIGNS.map(([, words]) => textWidth(words, SIZE, 'bold')),
      marked === '' ? 0 : 14 + textWidth(marked, SIZE, 'sans'),
      ...LINES.map(([, words]) => 28 + textWidth(words, SIZE, 'sans')),
    ],
    room,
  );
  return (
    <g fontSize={SIZE} fill={palette.dim}>
      <text x={LEFT} y={45}>
        {fitting(LEAD, room, SIZE, 'sans')}
      </text>
      {SIGNS.map(([word, words], i) => {
        const at = [raises, lowers][i];
        return (
          at !== undefined && (
            <text key={word} x={at} y={45} fontWeight={650} fill={palette[word]}>
              {words}
            </text>
          )
        );
      })}
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

/** Where each stands after the lead; nowhere what has no room, and nothing is taken up by what has no width. */
function placed(widths: readonly number[], room: number): (number | undefined)[] {
  let x = LEFT + textWidth(LEAD, SIZE, 'sans') + 14;
  return widths.map((width) => {
    const at = x;
    x += width > 0 ? width + 12 : 0;
    return x < room ? at : undefined;
  });
}
