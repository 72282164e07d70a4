import type { StoryState } from '../api/types';
import type { Palette } from '../theme/palette';
import { fitting, textWidth } from '../tokens/text';
import { namedToken } from '../tokens/tokenText';
import { GUTTER_TOKEN } from './layout/gutter';

interface SaidProps {
  state: StoryState | undefined;
  y: number;
  font: number;
  palette: Palette;
}

/** What the model would say at a state; where that is nothing but white space, the first that is more, with its rank. */
export function Said({ state, y, font, palette }: SaidProps) {
  const rank = state?.word ? `#${state.word.rank} ` : '';
  const room = GUTTER_TOKEN.width - textWidth(rank, font, 'mono');
  return (
    <text x={GUTTER_TOKEN.x} y={y} fontSize={font} className="mono" fill={palette.text} xmlSpace="preserve">
      {rank !== '' && <tspan fill={palette.dim}>{rank}</tspan>}
      {state ? fitting(namedToken(state.word?.text ?? state.token), room, font, 'mono') : '–'}
    </text>
  );
}
