import type { Story } from '../../api/types';
import { visibleToken } from '../../tokens/tokenText';
import type { Column } from './columns';
import { fitting, textWidth } from '../../common/text';

export const TOKEN_FONT = 12;
export const LONGEST_TOKEN = 84;
/** Type of tokens that stand aslant: of those that are read, and of others. */
const ASLANT_FONT = { read: 10.5, idle: 9.5 };
/** A token aslant is no longer than the axis is high. */
const LONGEST_ASLANT = 52;
/** A gap's number stands so far from its middle: right of the end of a token aslant. */
const ASIDE = 4;
/** Between a token and the next column's. */
const APART = 4;

/** A column's token below the picture; of a gap, how many there are. */
export interface TokenLabel {
  column: Column;
  text: string;
  font: number;
  /** down to the right from its stream; else in a line, from `left` to `right` */
  aslant: boolean;
  left: number;
  right: number;
}

/** Tokens in use in a line where they have room, others aslant; none beyond the picture's ends. */
export function labelsOf(columns: readonly Column[], width: number, story: Story): TokenLabel[] {
  return columns.map((column) => {
    const text = visibleToken(story.positions[column.from]?.text);
    switch (column.kind) {
      case 'gap':
        return inLine(column, `⋯${column.to - column.from + 1}⋯`, 10, column.trunk + ASIDE, width);
      case 'idle':
        return aslant(column, text, ASLANT_FONT.idle);
      case 'read':
        return textWidth(text, TOKEN_FONT, 'mono') + APART > column.width && column.width < LONGEST_TOKEN
          ? aslant(column, text, ASLANT_FONT.read)
          : inLine(column, text, TOKEN_FONT, column.trunk, width);
      case 'parts': {
        // where pills stand before the stream the token does too
        const wide = textWidth(text, TOKEN_FONT, 'mono');
        const middle = text.length > 3 ? column.trunk + 10 - Math.min(LONGEST_TOKEN, wide) / 2 : column.trunk;
        return inLine(column, text, TOKEN_FONT, middle, width);
      }
    }
  });
}

function inLine(column: Column, text: string, font: number, middle: number, width: number): TokenLabel {
  const cut = fitting(text, LONGEST_TOKEN, font, 'mono');
  const wide = textWidth(cut, font, 'mono');
  const left = Math.max(0, Math.min(middle - wide / 2, width - wide));
  return { column, text: cut, font, aslant: false, left, right: left + wide };
}

function aslant(column: Column, text: string, font: number): TokenLabel {
  const cut = fitting(text, LONGEST_ASLANT, font, 'mono');
  return { column, text: cut, font, aslant: true, left: column.trunk, right: column.trunk };
}
