import { useMemo } from 'react';
import type { Why } from '../api/types';
import type { Act, TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { byReader } from '../story/byReader';
import { inspectable } from '../story/ReaderBar';
import type { Point } from '../story/strongestChains';

const NO_ACTS: Act[] = [];
const NO_ENDS: Point[] = [];

/** What stands out in the story and what the reader did to it: all of it is in the address, so that a link shows it and Back takes it away. */
export function useArranging(route: TraceRoute) {
  const acts = route.acts ?? NO_ACTS;
  const reader = useMemo(() => byReader(acts), [acts]);
  const ends = route.chain ?? NO_ENDS;
  const { paths: _, chain: __, ...still } = route;
  const { node: ___, why: ____, ...bare } = still;

  const onActs = (next: Act[]) => {
    const { acts: _____, ...rest } = route;
    navigate(next.length > 0 ? { ...rest, acts: next } : rest);
  };
  return {
    acts,
    reader,
    ends,
    onActs,
    onAct: (act: Act) => {
      const { node, ...rest } = route;
      const away = act.do === 'hide' && act.id === node;
      navigate({ ...(away || node === undefined ? rest : { ...rest, node }), acts: [...acts, act] });
    },
    onUndo: () => acts.length > 0 && onActs(acts.slice(0, -1)),
    /** nothing else stands out beside what is selected */
    onChoose: (id: string | undefined, why?: Why) => {
      const node = inspectable(id);
      if (why) navigate({ ...bare, why });
      else navigate(node === undefined ? bare : { ...bare, node });
    },
    onTrace: (position: number | undefined) =>
      navigate(position === undefined ? still : { ...still, paths: position }),
    onEnd: (end: Point | undefined) => {
      const first = ends.length === 1 ? ends[0] : ends.length === 0 ? route.node : undefined;
      if (end === undefined || end === first) navigate(still);
      else navigate({ ...still, chain: first === undefined ? [end] : [first, end] });
    },
  };
}
