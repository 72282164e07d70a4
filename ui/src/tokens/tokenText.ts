const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

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

/** Without a shape of its own, or with one that is taken for a space, or no character at all; as schema's VisibleText has it. */
const UNSEEN =
  /(?! )[\p{Cc}\p{Cf}\p{Z}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
const FROM_THE_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ISOLATE = '\u2068';
const END = '\u2069';

/**
 * A token as people can tell it from its neighbours: spaces at either end (and runs of them) become '␣', a no-break
 * space '⍽', other spaces, control characters and what has no shape their short name or number ('‹zwsp›', '‹1b›'), which
 * any font can draw. What is written from the right is isolated, so that it does not turn what stands beside it. Bytes and
 * backslashes come as a token is written (docs/tokens.md).
 */
export function visibleToken(text = ''): string {
  if (text === '') return '∅';
  return isolated(seen(text.replace(/^ +| +$| {2,}/g, (spaces) => '␣'.repeat(spaces.length))));
}

/** The same where a token stands alone, small and without a ground: a space is named, as its glyph is easily taken for a smudge. */
export function namedToken(text?: string): string {
  const visible = visibleToken(text);
  return visible === '␣' ? '␣ space' : visible;
}

/** A prompt where it is not code: what is not seen is told, plain spaces and line breaks stay. */
export function visiblePrompt(prompt?: string): string {
  return isolated(promptText(prompt).split('\n').map(seen).join('\n'));
}

/** The text of tokens together, as they are written: bytes of a character are that character again. */
export function textOfTokens(texts: readonly string[]): string {
  return texts
    .join('')
    .replace(/\\([\\[<])|((?:<0x[0-9A-F]{2}>)+)/g, (_, escaped: string | undefined, bytes: string) => {
      if (escaped !== undefined) return escaped;
      const values = bytes.match(/[0-9A-F]{2}(?=>)/g) ?? [];
      return new TextDecoder().decode(new Uint8Array(values.map((value) => parseInt(value, 16))));
    });
}

export function hasUnseen(text: string): boolean {
  return text.search(UNSEEN) >= 0;
}

function seen(text: string): string {
  return text.replace(/[\n\r\t]/g, (character) => ESCAPES[character] ?? character).replace(UNSEEN, unseen);
}

function isolated(text: string): string {
  return FROM_THE_RIGHT.test(text) ? `${ISOLATE}${text}${END}` : text;
}

function unseen(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0xa0) return NO_BREAK;
  return `‹${NAMES[code] ?? code.toString(16).padStart(2, '0')}›`;
}

export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const cut = `${characters.slice(0, Math.max(1, length - 1)).join('')}…`;
  return text.startsWith(ISOLATE) ? `${cut}${END}` : cut;
}

/** What was traced, in words: a trace of token ids has none. */
export function promptText(prompt = ''): string {
  return prompt === '' ? '(token ids)' : prompt;
}
