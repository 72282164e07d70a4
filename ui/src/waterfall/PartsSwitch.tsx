import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';

/** What the address calls heads instead of attention outputs. */
export const HEADS = 'heads';

/** What the metric is taken apart into, and in which order. */
export function PartsSwitch({ route }: { route: TraceRoute }) {
  const { figure, order, ...rest } = route;
  const heads = figure === HEADS;
  const size = order === 'size';
  const go = (byHeads: boolean, bySize: boolean) =>
    navigate({ ...rest, ...(byHeads && { figure: HEADS }), ...(bySize && { order: 'size' }) }, 'replace');
  return (
    <>
      <div className="controls" role="group" aria-label="Parts">
        <button type="button" aria-pressed={!heads} onClick={() => go(false, size)}>
          Blocks
        </button>
        <button type="button" aria-pressed={heads} onClick={() => go(true, size)}>
          Heads
        </button>
      </div>
      <div className="controls" role="group" aria-label="Order">
        <button type="button" aria-pressed={!size} onClick={() => go(heads, false)}>
          By layer
        </button>
        <button type="button" aria-pressed={size} onClick={() => go(heads, true)}>
          By size
        </button>
      </div>
    </>
  );
}
