const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/**
 * A token as people can tell it from its neighbours: spaces at either end (and runs of them) become '␣', control
 * characters are escaped, bytes that are no text on their own stay as the replacement character.
 */
export function visibleToken(text = ''): string {
  if (text === '') return '∅';
  return text
    .replace(/^ +| +$| {2,}/g, (spaces) => '␣'.repeat(spaces.length))
    .replace(/[\n\r\t\\]/g, (character) => ESCAPES[character] ?? character)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    });
}

export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, Math.max(1, length - 1)).join('')}…`;
}

/** What was traced, in words: a trace of token ids has none. */
export function promptText(prompt = ''): string {
  return prompt === '' ? '(token ids)' : prompt;
}
