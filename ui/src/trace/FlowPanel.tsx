import { useMemo, useRef } from 'react';
import { useMembership } from '../api/found';
import type { Trace } from '../api/types';
import { CircuitChoice } from '../circuit/CircuitChoice';
import { count } from '../common/format';
import { ImageButtons } from '../common/ImageButtons';
import { Toolbar } from '../common/Toolbar';
import { Link } from '../common/Link';
import { Empty, ErrorBox, Loading } from '../common/States';
import { FlowControls } from '../flow/FlowControls';
import { FlowGraph, type FlowHandle, type Opened } from '../flow/FlowGraph';
import { FlowLegend } from '../flow/FlowLegend';
import { FlowList } from '../flow/FlowList';
import { blockRoute, drawable, withCircuit, type Camera, type TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { traceTitle } from './title';
import { useKeys } from '../common/useKeys';
import { useLiveFlow } from './useLiveFlow';
import { ViewSwitch } from './ViewSwitch';

interface FlowPanelProps {
  route: TraceRoute;
  trace: Trace;
  vocabulary: number;
  onSelect: (node: string | undefined) => void;
}

const NONE: readonly number[] = [];

export function FlowPanel({ route, trace, vocabulary, onSelect }: FlowPanelProps) {
  const handle = useRef<FlowHandle>(null);
  const details = drawable(trace.detail);
  const asked = details.find((each) => each === route.detail);
  const detail = asked ?? details.at(-1) ?? 'stream';

  const change = (part: Partial<TraceRoute>) => navigate({ ...route, ...part }, 'replace');
  const flow = useLiveFlow(route.id, route.threshold, detail, (threshold) => change({ threshold }));
  const data = flow.data;
  const onCamera = (camera: Camera | undefined) => {
    const { camera: _, ...rest } = route;
    navigate(camera ? { ...rest, camera } : rest, 'replace');
  };
  useKeys({
    e: () => {
      const { camera: _, ...rest } = route;
      navigate({ ...rest, as: 'story' });
    },
    b: () => navigate(blockRoute(route, handle.current?.pointed() ?? route.node)),
    Escape: () => onSelect(undefined),
  });
  const { layers = NONE, positions = NONE } = route;
  const open = useMemo(() => ({ layers, positions }), [layers, positions]);
  const onOpen = ({ layers, positions }: Opened) =>
    change({ layers: [...layers], positions: [...positions] });
  const title = [...traceTitle(trace), `shares of at least ${flow.shown}, detail ${detail}`];
  const circuit = useMembership(route.circuit);
  const view = route.as === 'list' ? 'list' : 'graph';

  return (
    <section className="panel flow" aria-label="Flow" aria-busy={flow.isFetching}>
      <div className="panel-head">
        <ViewSwitch route={route} />
        <FlowControls
          threshold={flow.shown}
          onThreshold={flow.setLive}
          detail={detail}
          details={details}
          onDetail={(next) => change({ detail: next })}
          as={view}
          onAs={(as) => change({ as })}
        >
          <CircuitChoice
            model={trace.model}
            chosen={route.circuit}
            onChoose={(id) => navigate(withCircuit(route, id), 'replace')}
          />
        </FlowControls>
        {view === 'graph' && (
          <Toolbar label="View">
            <button type="button" aria-label="Zoom in" onClick={() => handle.current?.zoomBy(1.3)}>
              +
            </button>
            <button type="button" aria-label="Zoom out" onClick={() => handle.current?.zoomBy(1 / 1.3)}>
              −
            </button>
            <button type="button" onClick={() => onCamera(undefined)}>
              Fit
            </button>
            <ImageButtons name={`${route.id}-flow`} draw={() => handle.current?.image(title)} />
          </Toolbar>
        )}
      </div>
      {flow.error && <ErrorBox error={flow.error} onRetry={flow.refetch} />}
      {flow.isPending && <Loading what="the flow" />}
      {data?.nodes.length === 0 && (
        <Empty>Nothing carries as much as {flow.shown}: lower the threshold.</Empty>
      )}
      {data && data.nodes.length > 0 && view === 'list' && (
        <FlowList flow={data} circuit={circuit} selected={route.node} onSelect={onSelect} />
      )}
      {data && data.nodes.length > 0 && view === 'graph' && (
        <FlowGraph
          flow={data}
          vocabulary={vocabulary}
          circuit={circuit}
          selected={route.node}
          onSelect={onSelect}
          open={open}
          onOpen={onOpen}
          camera={route.camera}
          onCamera={onCamera}
          ref={handle}
        />
      )}
      <FlowLegend vocabulary={vocabulary} circuit={circuit?.name}>
        {data && (
          <span className="hint number">
            {route.node !== undefined && !data.nodes.some(({ id }) => id === route.node) && (
              <>{route.node} is selected and not drawn here. </>
            )}
            {count(data.nodes.length)} of {count(data.total.nodes)} nodes, {count(data.edges.length)} of{' '}
            {count(data.total.edges)} edges{' '}
            <Link
              to={{
                page: 'console',
                trace: route.id,
                statement: data.cypher,
                parameters: {
                  trace: route.id,
                  threshold: flow.shown,
                  detail: data.detail,
                },
                as: 'graph',
              }}
            >
              in Cypher
            </Link>
          </span>
        )}
      </FlowLegend>
    </section>
  );
}
