import type { StoryEdge, StoryKey } from '../api/types';
import type { Act } from '../route/acts';
import { MOST_KEYS, totalOf, type Shown, type ShownPart } from './prune';

/** Components that the reader made one mark of. */
export interface ReaderGroup {
  id: string;
  name: string;
  members: string[];
}

/** What the picture is by the reader's hand, besides how much is shown. */
export interface ByReader {
  hidden: string[];
  pinned: string[];
  groups: ReaderGroup[];
}

/** What the acts come to: a second pin takes the first away, and a group takes all that is pinned. */
export function byReader(acts: readonly Act[]): ByReader {
  const hidden = new Set<string>();
  const pinned = new Set<string>();
  const groups: ReaderGroup[] = [];
  for (const act of acts) {
    if (act.do === 'hide') {
      hidden.add(act.id);
      pinned.delete(act.id);
    } else if (act.do === 'pin') {
      if (!pinned.delete(act.id)) pinned.add(act.id);
    } else if (pinned.size > 0) {
      const members = [...pinned].flatMap((id) => groups.find((group) => group.id === id)?.members ?? [id]);
      const left = groups.filter((group) => !pinned.has(group.id));
      groups.splice(0, groups.length, ...left, { id: groupId(groups), name: act.name, members });
      pinned.clear();
    }
  }
  return { hidden: [...hidden], pinned: [...pinned], groups };
}

function groupId(groups: readonly ReaderGroup[]): string {
  const last = groups.at(-1)?.id.slice(GROUP.length) ?? '0';
  return `${GROUP}${Number(last) + 1}`;
}

const GROUP = 'group-';

export function isGroup(id: string): boolean {
  return id.startsWith(GROUP);
}

/** What is shown however little is: pinned or in a group. */
export function keptBy({ pinned, groups }: ByReader): ReadonlySet<string> {
  return new Set([...pinned, ...groups.flatMap((group) => group.members)]);
}

/** Without what is hidden; each group one part, with the sum of its members' amounts, keys and edges. */
export function asArranged(shown: Shown, { hidden, groups }: ByReader): Shown {
  const away = new Set(hidden);
  const here = shown.parts.filter((part) => !away.has(part.id));
  const standsFor = new Map<string, string>();
  const made: ShownPart[] = [];
  for (const group of groups) {
    const members = here.filter((part) => group.members.includes(part.id));
    if (members.length === 0) continue;
    for (const { id } of members) standsFor.set(id, group.id);
    if (!away.has(group.id)) made.push(groupPart(group, members));
  }
  const parts = [...made, ...here.filter((part) => !standsFor.has(part.id))];
  const there = new Set(parts.map((part) => part.id));
  const edges = new Map<string, StoryEdge>();
  for (const edge of shown.edges) {
    const [source, target] = [edge.source, edge.target].map((id) => standsFor.get(id) ?? id);
    if (source === undefined || target === undefined || source === target) continue;
    if (!there.has(source) || !there.has(target)) continue;
    const key = `${source} ${target} ${edge.via} ${edge.position}`;
    const known = edges.get(key);
    edges.set(key, { ...edge, source, target, effect: edge.effect + (known?.effect ?? 0) });
  }
  const amount = totalOf(parts, shown.once);
  const portion = shown.amount > 0 ? (shown.portion * amount) / shown.amount : 0;
  return { parts, edges: [...edges.values()], amount, once: shown.once, portion };
}

/** Stands where the strongest of its members does. */
function groupPart({ id, name }: ReaderGroup, members: ShownPart[]): ShownPart {
  const [strongest] = [...members].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  if (!strongest) throw new Error('a group of none');
  const { head: _, rank: __, caption: ___, called: ____, circuit, ...where } = strongest;
  const [caption] = new Set(members.map((part) => part.caption?.text));
  const same = members.every((part) => part.caption?.text === caption);
  return {
    ...where,
    id,
    name,
    keys: keysOf(members),
    reads: [],
    writes: [],
    neurons: [],
    amount: members.reduce((sum, part) => sum + part.amount, 0),
    group: { name, members },
    ...(circuit !== undefined && members.every((part) => part.circuit === circuit) && { circuit }),
    ...(same && strongest.caption && { caption: strongest.caption }),
  };
}

function keysOf(members: readonly ShownPart[]): StoryKey[] {
  const keys = new Map<number, StoryKey>();
  for (const key of members.flatMap((part) => part.keys)) {
    const known = keys.get(key.position);
    keys.set(key.position, {
      position: key.position,
      weight: Math.max(key.weight, known?.weight ?? 0),
      effect: (key.effect ?? 0) + (known?.effect ?? 0),
      share: Math.max(key.share ?? 0, known?.share ?? 0),
    });
  }
  return [...keys.values()]
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))
    .slice(0, MOST_KEYS);
}
