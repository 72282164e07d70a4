import { useCallback, useRef } from 'react';
import { useFlow } from '../api/hooks';
import type { Detail } from '../api/types';
import { count } from '../common/format';
import { download } from '../common/download';
import { Link } from '../common/Link';
import { Empty, ErrorBox, Loading } from '../common/States';
import { FlowControls } from '../flow/FlowControls';
import { FlowGraph, type FlowHandle } from '../flow/FlowGraph';
import { FlowLegend } from '../flow/FlowLegend';
import { FlowList } from '../flow/FlowList';
import { LensStrip } from '../flow/LensStrip';
import { drawable, type Camera, type TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { useTheme } from '../theme/useTheme';

interface FlowPanelProps {
  route: TraceRoute;
  traced: Detail;
  vocabulary: number;
  onSelect: (node: string | undefined) => void;
}

export function FlowPanel({ route, traced, vocabulary, onSelect }: FlowPanelProps) {
  const { palette } = useTheme();
  const handle = useRef<FlowHandle>(null);
  const details = drawable(traced);
  const asked = details.find((each) => each === route.detail);
  const detail = asked ?? details.at(-1) ?? 'stream';
  const flow = useFlow(route.id, { threshold: route.threshold, detail });
  const data = flow.data;

  const change = useCallback(
    (part: Partial<TraceRoute>) => navigate({ ...route, ...part }, 'replace'),
    [route],
  );
  const onThreshold = useCallback((threshold: number) => change({ threshold }), [change]);
  const onCamera = (camera: Camera | undefined) => {
    const { camera: _, ...rest } = route;
    navigate(camera ? { ...rest, camera } : rest, 'replace');
  };
  const save = () => {
    if (handle.current) download(`${route.id}.svg`, 'image/svg+xml', handle.current.file(palette.panel));
  };

  return (
    <section className="panel flow" aria-label="Flow" aria-busy={flow.isFetching}>
      <div className="panel-head">
        <FlowControls
          threshold={route.threshold}
          onThreshold={onThreshold}
          detail={detail}
          details={details}
          onDetail={(next) => change({ detail: next })}
          as={route.as}
          onAs={(as) => change({ as })}
        />
        {route.as === 'graph' && (
          <div className="controls" role="group" aria-label="View">
            <button type="button" aria-label="Zoom in" onClick={() => handle.current?.zoomBy(1.3)}>
              +
            </button>
            <button type="button" aria-label="Zoom out" onClick={() => handle.current?.zoomBy(1 / 1.3)}>
              −
            </button>
            <button type="button" onClick={() => onCamera(undefined)}>
              Fit
            </button>
            <button type="button" onClick={save}>
              SVG
            </button>
          </div>
        )}
        {data && (
          <span className="hint number">
            {count(data.nodes.length)} of {count(data.total.nodes)} nodes, {count(data.edges.length)} of{' '}
            {count(data.total.edges)} edges{' '}
            <Link
              to={{
                page: 'console',
                trace: route.id,
                statement: data.cypher,
                parameters: { trace: route.id, threshold: route.threshold },
              }}
            >
              in Cypher
            </Link>
          </span>
        )}
      </div>
      {data && <LensStrip flow={data} vocabulary={vocabulary} selected={route.node} onSelect={onSelect} />}
      {flow.error && <ErrorBox error={flow.error} onRetry={() => void flow.refetch()} />}
      {flow.isPending && <Loading what="the flow" />}
      {data?.nodes.length === 0 && (
        <Empty>Nothing carries as much as {route.threshold}: lower the threshold.</Empty>
      )}
      {data && data.nodes.length > 0 && route.as === 'list' && (
        <FlowList flow={data} selected={route.node} onSelect={onSelect} />
      )}
      {data && data.nodes.length > 0 && route.as === 'graph' && (
        <FlowGraph
          flow={data}
          vocabulary={vocabulary}
          selected={route.node}
          onSelect={onSelect}
          camera={route.camera}
          onCamera={onCamera}
          ref={handle}
        />
      )}
      <FlowLegend vocabulary={vocabulary} />
    </section>
  );
}
