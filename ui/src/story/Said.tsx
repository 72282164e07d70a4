import type { StoryState } from '../api/types';
import type { Palette } from '../theme/palette';
import { shownToken } from '../tokens/shownToken';
import { fitting, textWidth } from '../tokens/text';
import { GUTTER_TOKEN } from './layout/gutter';

interface SaidProps {
  state: StoryState | undefined;
  y: number;
  font: number;
  palette: Palette;
}

/** What the model would say at a state, no wider than its place. */
export function Said({ state, y, font, palette }: SaidProps) {
  const { rank, text } = shownToken(state);
  const room = GUTTER_TOKEN.width - textWidth(rank, font, 'mono');
  return (
    <text x={GUTTER_TOKEN.x} y={y} fontSize={font} className="mono" fill={palette.text} xmlSpace="preserve">
      {rank !== '' && <tspan fill={palette.dim}>{rank}</tspan>}
      {fitting(text, room, font, 'mono')}
    </text>
  );
}
