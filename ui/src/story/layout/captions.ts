import type { Pill } from './pills';
import { pillName } from './pillText';
import { textWidth } from '../../common/text';

export interface PlacedCaption {
  id: string;
  text: string;
  /** the pills it is about */
  about: string[];
  /** its right end, and its base line */
  x: number;
  y: number;
}

export const CAPTION_FONT = 10.5;
const BEFORE = 20;
const LEFT = 4;
/** Free between a pill and a caption that begins after it: words are measured, not typeset. */
const AFTER = 8;

/** Left of the pills of a line, what they are seen to do; where there is no room, hovering tells. */
export function captionsOf(
  pills: readonly Pill[],
  taken: (left: number, right: number, pill: Pill) => boolean,
): PlacedCaption[] {
  const lines = new Map<string, Pill[]>();
  for (const pill of pills) {
    const key = `${pill.part.position} ${pill.y}`;
    lines.set(key, [...(lines.get(key) ?? []), pill]);
  }
  return [...lines].flatMap(([id, members]) => {
    const sorted = [...members].sort((a, b) => a.x - b.x);
    const [first] = sorted;
    const said = sorted.filter((pill) => wordsOf(pill) !== undefined);
    if (!first || said.length === 0) return [];
    const x = first.x - BEFORE;
    const text = [inFull(sorted, said), inShort(said)].find((words) => {
      const left = x - textWidth(words, CAPTION_FONT, 'sans');
      return left >= LEFT && !taken(left - AFTER, x + BEFORE, first);
    });
    if (text === undefined) return [];
    return { id, text, about: said.map((pill) => pill.id), x, y: first.y + first.height / 2 + 1 };
  });
}

/** "copies the answer" where all do, else who does what. */
function inFull(all: readonly Pill[], said: readonly Pill[]): string {
  const groups = groupsOf(said);
  const [only] = groups;
  if (groups.length === 1 && only && (all.length === said.length || all.length === 1)) return only[0];
  return groups.map(([words, names]) => `${names.join(' ')} ${words}`).join(' · ');
}

/** The first of several. */
function inShort(said: readonly Pill[]): string {
  const [[words, names] = ['', []]] = groupsOf(said);
  return `${names.join(' ')} ${words}`;
}

function groupsOf(said: readonly Pill[]): [words: string, names: string[]][] {
  const groups = new Map<string, string[]>();
  for (const pill of said) {
    const words = wordsOf(pill) ?? '';
    groups.set(words, [...(groups.get(words) ?? []), pillName(pill.part)]);
  }
  return [...groups];
}

/** What someone calls it goes before what it is seen to do. */
function wordsOf({ part }: Pill): string | undefined {
  return part.called === undefined ? part.caption?.text : `“${part.called}”`;
}
