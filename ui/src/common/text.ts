/** Widths of text without a browser: the same input gives the same picture. In parts of the font size, a little more than fonts need. */
const MONO = 0.61;
const SANS = 0.56;
const BOLD = 0.62;

export type Face = 'mono' | 'sans' | 'bold';

const EM: Record<Face, number> = { mono: MONO, sans: SANS, bold: BOLD };

/** East Asian wide and fullwidth characters, and emoji, take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

export function textWidth(text: string, size: number, face: Face): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns * EM[face] * size;
}

/** The text, or as much of it as is no wider, with an ellipsis. */
export function fitting(text: string, width: number, size: number, face: Face): string {
  if (text === '' || textWidth(text, size, face) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, face) > width) characters.pop();
  return `${characters.join('')}…`;
}
