import type { StoryState } from '../api/types';
import type { Palette } from '../theme/palette';
import { SaidToken } from '../tokens/SaidToken';
import { GUTTER_TOKEN } from './layout/gutter';

interface SaidProps {
  state: StoryState | undefined;
  y: number;
  font: number;
  palette: Palette;
}

/** What the model would say at a state, in its place beside the rows. */
export function Said({ state, y, font, palette }: SaidProps) {
  return (
    <text x={GUTTER_TOKEN.x} y={y} fontSize={font} className="mono" fill={palette.text} xmlSpace="preserve">
      <SaidToken read={state} room={GUTTER_TOKEN.width} font={font} palette={palette} />
    </text>
  );
}
