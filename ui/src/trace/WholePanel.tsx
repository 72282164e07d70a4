import { lazy, Suspense } from 'react';
import type { Trace, Why } from '../api/types';
import { Loading } from '../common/States';
import type { TraceRoute, TraceView } from '../route/route';
import { useKeys } from '../common/useKeys';
import { traceTitle } from './title';
import { ViewSwitch } from './ViewSwitch';

const PANELS = {
  heads: lazy(() => import('../heads/HeadsPanel')),
  sweep: lazy(() => import('../sweep/SweepPanel')),
  lens: lazy(() => import('../lens/LensPanel')),
  attention: lazy(() => import('../attention/AttentionPanel')),
  block: lazy(() => import('../block/BlockPanel')),
};
type WholeView = keyof typeof PANELS;

const NAMES: Record<WholeView, string> = {
  heads: 'Heads',
  sweep: 'Sweeps',
  lens: 'Logit lens',
  attention: 'Attention',
  block: 'Block',
};

interface WholePanelProps {
  route: TraceRoute;
  trace: Trace;
  vocabulary: number;
  onSelect: (node: string | undefined) => void;
  onWhy: (why: Why) => void;
}

export function isWholePanel(as: TraceView): as is WholeView {
  return as in PANELS;
}

/** All heads, all that was measured, all states, all patterns or one block of a trace: loaded when they are looked at. */
export function WholePanel({ route, trace, vocabulary, onSelect, onWhy }: WholePanelProps) {
  useKeys({ Escape: () => onSelect(undefined) });
  if (!isWholePanel(route.as)) return null;
  const Panel = PANELS[route.as];
  const views = <ViewSwitch route={route} />;
  return (
    <section className={`panel flow ${route.as}-panel`} aria-label={NAMES[route.as]}>
      <Suspense
        fallback={
          <>
            <div className="panel-head">{views}</div>
            <Loading what={NAMES[route.as].toLowerCase()} />
          </>
        }
      >
        <Panel
          route={route}
          trace={trace}
          title={traceTitle(trace)}
          vocabulary={vocabulary}
          onSelect={onSelect}
          onWhy={onWhy}
        >
          {views}
        </Panel>
      </Suspense>
    </section>
  );
}
