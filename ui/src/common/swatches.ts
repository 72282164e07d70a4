import type { Palette } from '../theme/palette';
import type { Legend } from './framed';
import { escapeXml } from './image';

const LETTER = 6.3;
const LINE = 22;
const LEGEND = 12;

/** A colour and what it means; words without a colour stand alone. */
export interface Swatch {
  colour?: string;
  words: string;
}

/** What colours mean, below an image, in as many lines as it takes; `thick` is a sample's height in px. */
export function swatches(samples: readonly Swatch[], palette: Palette, room: number, thick: number): Legend {
  let [x, y] = [0, 0];
  const marks = samples.map(({ colour, words }) => {
    const line = colour === undefined ? 0 : 28;
    const wide = line + words.length * LETTER + 18;
    if (x > 0 && x + wide > room) [x, y] = [0, y + LINE];
    const at = x;
    x += wide;
    const sample = colour ? `<path d="M${at} ${y - 4}h22" stroke="${colour}" stroke-width="${thick}"/>` : '';
    return `${sample}<text x="${at + line}" y="${y}">${escapeXml(words)}</text>`;
  });
  return {
    marks: `<g font-size="11" fill="${palette.dim}">${marks.join('')}</g>`,
    height: y + LEGEND,
  };
}
