import type { Palette } from '../theme/palette';
import { shownToken, type Read } from './shownToken';
import { fitting, textWidth } from '../common/text';

interface SaidTokenProps {
  read: Read | undefined;
  /** that there is, in px */
  room: number;
  font: number;
  palette: Palette;
}

/** What the model would say, as a part of a text in a picture: no wider than its room. */
export function SaidToken({ read, room, font, palette }: SaidTokenProps) {
  const { rank, text } = shownToken(read);
  return (
    <>
      {rank !== '' && <tspan fill={palette.dim}>{rank}</tspan>}
      {fitting(text, room - textWidth(rank, font, 'mono'), font, 'mono')}
    </>
  );
}
