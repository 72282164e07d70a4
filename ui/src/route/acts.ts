/** What a reader did to the picture, in order, so that the last can be undone: hid or pinned a mark, or made one of all that were pinned. */
export type Act = { do: 'hide'; id: string } | { do: 'pin'; id: string } | { do: 'group'; name: string };

const SIGNS = { hide: 'h', pin: 'p', group: 'g' } as const;
const MOST = 200;
const LONGEST_NAME = 40;

export function formatActs(acts: readonly Act[]): string {
  return acts
    .map((act) => `${SIGNS[act.do]}:${encodeURIComponent(act.do === 'group' ? act.name : act.id)}`)
    .join(',');
}

/** What makes no sense is left out. */
export function parseActs(text: string | undefined): Act[] | undefined {
  const acts = (text ?? '')
    .split(',')
    .slice(0, MOST)
    .flatMap((each): Act[] => {
      const [, sign, coded = ''] = /^([hpg]):(.+)$/s.exec(each) ?? [];
      const words = decoded(coded);
      if (sign === undefined || words === undefined) return [];
      if (sign === SIGNS.group) return [{ do: 'group', name: words.slice(0, LONGEST_NAME) }];
      return [{ do: sign === SIGNS.hide ? 'hide' : 'pin', id: words }];
    });
  return acts.length > 0 ? acts : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
