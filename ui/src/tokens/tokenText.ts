const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** What is not seen, or looks like a space and is none, by its usual short name. */
const NAMES: Record<number, string> = {
  0xad: 'shy',
  0x200b: 'zwsp',
  0x200c: 'zwnj',
  0x200d: 'zwj',
  0x200e: 'lrm',
  0x200f: 'rlm',
  0x2028: 'ls',
  0x2029: 'ps',
  0x202f: 'nnbsp',
  0x2060: 'wj',
  0x3000: 'wide',
  0xfeff: 'bom',
};
const NO_BREAK = '⍽';

/**
 * A token as people can tell it from its neighbours: spaces at either end (and runs of them) become '␣', a no-break
 * space '⍽', other spaces and what has no shape its short name or number ('‹zwsp›'), control characters their pictures
 * or escapes; bytes that are no text on their own stay as the replacement character.
 */
export function visibleToken(text = ''): string {
  if (text === '') return '∅';
  return text
    .replace(/^ +| +$| {2,}/g, (spaces) => '␣'.repeat(spaces.length))
    .replace(/[\n\r\t\\]/g, (character) => ESCAPES[character] ?? character)
    .replace(/(?! )[\p{Cc}\p{Cf}\p{Z}]/gu, unseen);
}

function unseen(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0xa0) return NO_BREAK;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `‹${NAMES[code] ?? code.toString(16)}›`;
}

export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, Math.max(1, length - 1)).join('')}…`;
}

/** What was traced, in words: a trace of token ids has none. */
export function promptText(prompt = ''): string {
  return prompt === '' ? '(token ids)' : prompt;
}
