import { visibleToken } from '../../tokens/tokenText';
import type { Shown, ShownPart } from '../prune';
import { fitting, textWidth } from '../../common/text';

export const PADDING = 3;
/** How far an MLP's ends are pointed. */
export const POINT = 5;
export const SIGN = 9;
export const BETWEEN = 3;
/** Room for how many a group has. */
export const COUNT = 20;
const NARROWEST = 64;
/** Type of pills, and where there is less room. */
export const FONT = 12;
export const SMALLER = 11;
/** The token that a pill reads is in type of one width, which is wider: it is a little smaller. */
export const detailFont = (font: number): number => font - 0.5;
/** A detail of less than two characters and an ellipsis says nothing. */
const LEAST_DETAIL = 24;
const FED = '←';

/** A component at a position, as it is written. */
export interface PillText {
  /** layer and head: 23.0, or 23.mlp */
  name: string;
  /** the token it reads, ? where the trace does not keep it; of an MLP the token it writes, or what feeds it */
  detail: string;
  /** how much farther right than in a head's its text begins: the ends of an MLP's are pointed */
  inset: number;
}

export function pillName(part: Pick<ShownPart, 'layer' | 'head' | 'group'>): string {
  if (part.group) return part.group.name;
  return `${part.layer}.${part.head ?? 'mlp'}`;
}

/** Name and detail of each, by id. */
export function pillTexts(shown: Shown, tokens: readonly string[]): Map<string, PillText> {
  const byId = new Map(shown.parts.map((part) => [part.id, part]));
  const texts = new Map<string, PillText>();
  for (const part of shown.parts) {
    texts.set(part.id, {
      name: pillName(part),
      detail: detailOf(part),
      inset: part.kind === 'mlp' && !part.group ? POINT / 2 : 0,
    });
  }
  return texts;

  function detailOf(part: ShownPart): string {
    if (part.detail !== undefined) return part.detail;
    if (part.group) return `×${part.group.members.length}`;
    return part.kind === 'head' ? read(part) : fed(part);
  }
  function read(part: ShownPart): string {
    const [key] = part.keys;
    return key ? visibleToken(tokens[key.position]) : '?';
  }
  function fed(part: ShownPart): string {
    const [written] = part.writes;
    if (written) return visibleToken(written.text);
    const feeds = shown.edges.filter((edge) => edge.target === part.id && edge.via === 'mlp');
    const [most] = feeds.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
    const from = most && byId.get(most.source);
    return from ? `${FED} ${pillName(from)}` : '';
  }
}

/** As wide as the widest of the texts needs, within bounds. */
export function pillWidth(texts: Iterable<PillText>, font: number, widest: number): number {
  let most = NARROWEST;
  for (const text of texts) most = Math.max(most, textIn(text, font));
  return Math.min(widest, Math.ceil(most));
}

function textIn({ name, detail, inset }: PillText, font: number): number {
  const words = detail === '' ? 0 : BETWEEN + textWidth(detail, detailFont(font), 'mono');
  return inset + 2 * PADDING + textWidth(name, font, 'bold') + words + SIGN;
}

/** As much of a token as has room; what feeds an MLP in full or not at all. */
export function detailIn(detail: string, room: number, font: number): string {
  const whole = textWidth(detail, font, 'mono') <= room;
  if (!whole && (detail.startsWith(FED) || room < LEAST_DETAIL)) return '';
  return fitting(detail, room, font, 'mono');
}
