import type { Model } from '../api/types';

const KEY = 'headstream.models';

/** What this browser remembers of models: those that it has seen, and the one that was traced or added last. */
interface Remembered {
  seen: string[];
  last?: string | undefined;
}

/**
 * The model that the form offers before anybody chooses: one that was added since the last visit, the newest of them; else the one used last; of a browser that remembers nothing the newest that was added
 * while the server ran; else the server's usual one.
 */
export function offeredModel(models: readonly Model[], { seen, last } = remembered()): Model | undefined {
  const traceable = models.filter((each) => each.problem === undefined);
  const unseen = traceable.filter(({ name }) => !seen.includes(name));
  const added = newest(unseen) ?? (seen.length === 0 ? undefined : unseen.at(-1));
  return (
    added ??
    traceable.find(({ name }) => name === last) ??
    traceable.find((each) => each.default) ??
    traceable[0]
  );
}

/** The one that was added last while the server ran. */
function newest(models: readonly Model[]): Model | undefined {
  return models
    .filter(({ addedAt }) => addedAt !== undefined)
    .reduce<Model | undefined>(
      (last, each) => (last && (last.addedAt ?? '') >= (each.addedAt ?? '') ? last : each),
      undefined,
    );
}

/** Remembers all that are there now, and which of them was used. */
export function rememberModels(models: readonly Model[], used: string | undefined): void {
  const { last } = remembered();
  try {
    const seen = models.map(({ name }) => name);
    localStorage.setItem(KEY, JSON.stringify({ seen, last: used ?? last } satisfies Remembered));
  } catch {
    // without a store the server's usual one is offered
  }
}

export function remembered(): Remembered {
  try {
    const { seen, last } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<
      Record<keyof Remembered, unknown>
    >;
    return {
      seen: Array.isArray(seen) ? seen.filter((each) => typeof each === 'string') : [],
      last: typeof last === 'string' ? last : undefined,
    };
  } catch {
    return { seen: [] };
  }
}
