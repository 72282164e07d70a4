import { percent } from '../common/format';
import { namedToken, visibleToken } from './tokenText';

/** What a state is read as: its first token and, where that is nothing but white space, the first that is more. */
export interface Read {
  token?: string;
  probability?: number;
  word?: { text: string; rank: number; probability: number };
}

/** It in short, wherever what the model would say is written beside a picture: a token that is not the first has its rank before it. */
export function shownToken(read: Read | undefined): { rank: string; text: string } {
  if (read === undefined) return { rank: '', text: '–' };
  return {
    rank: read.word ? `#${read.word.rank} ` : '',
    text: namedToken(read.word?.text ?? read.token),
  };
}

/** The same in one piece. */
export function shownText(read: Read | undefined): string {
  const { rank, text } = shownToken(read);
  return `${rank}${text}`;
}

/** In a sentence: "␣ space (97.8%), then ␣and (#2, 0.3%)". */
export function saidText(read: Read | undefined): string {
  const { token, probability, word } = read ?? {};
  const then = word ? `, then ${visibleToken(word.text)} (#${word.rank}, ${percent(word.probability)})` : '';
  return `${namedToken(token)} (${percent(probability)})${then}`;
}
