import { GUTTER } from '../story/layout/gutter';
import { FRAME } from '../story/layout/layout';
import { fitting, textWidth } from '../common/text';
import type { Palette } from '../theme/palette';
import type { View } from './marks';

interface PairTitleProps {
  view: View;
  /** what the picture is of, and how much it shows */
  title: string;
  count: string;
  palette: Palette;
  /** of the panel, and how much of it the title leaves free before the gutter */
  width: number;
  free: number;
}

const SMALL = 11;

/** Within the drawing, so that a picture of the panel says what it is of. */
export function PairTitle({ view, title, count, palette, width, free }: PairTitleProps) {
  const right = width - GUTTER;
  return (
    <g>
      <rect x={0} y={0} width={width} height={FRAME.top} fill={palette.panel} />
      <text x={8} y={17} fontSize={13} fontWeight={650} fill={palette.text} xmlSpace="preserve">
        {fitting(title, right - 16 - free, 13, 'bold')}
      </text>
      <text x={8} y={32} fontSize={SMALL} fill={palette.dim}>
        {fitting(count, right - 8, SMALL, 'sans')}
      </text>
      <Legend view={view} palette={palette} room={right - 8} />
    </g>
  );
}

/** What marks mean, in one line; where there is less room, less of it. */
function Legend({ view, palette, room }: Pick<PairTitleProps, 'view' | 'palette'> & { room: number }) {
  const difference = view === 'difference';
  const words: [text: string, colour: string][] = [
    [difference ? '+ more on the right' : '+ raises', palette.raises],
    [difference ? '− less on the right' : '− lowers', palette.lowers],
    [
      difference ? 'bar and figure: right minus left' : 'bar: its effect, both sides on one scale',
      palette.dim,
    ],
    ['┄ outline: one side only', palette.dim],
    [difference ? 'a→b: tokens that differ' : '', palette.dim],
  ];
  let x = 8;
  return (
    <g fontSize={SMALL}>
      {words.map(([text, colour]) => {
        const at = x;
        x += textWidth(text, SMALL, 'bold') + 12;
        return (
          x < room && (
            <text key={text} x={at} y={45} fill={colour} fontWeight={colour === palette.dim ? 400 : 650}>
              {text}
            </text>
          )
        );
      })}
    </g>
  );
}
