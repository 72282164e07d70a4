import { findModel, useModels, useTrace } from '../api/hooks';
import { ErrorBox, Loading } from '../common/States';
import { useTitle } from '../common/useTitle';
import { Link } from '../common/Link';
import { embeddedTrace, pageAddress } from '../route/embed';
import type { Why } from '../api/types';
import { formatRoute, type TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { USUAL_VOCABULARY } from '../flow/scales';
import { Inspector } from '../inspector/Inspector';
import { promptText, visibleToken } from '../tokens/tokenText';
import { WhyHere } from '../why/WhyHere';
import { WaterfallPanel } from './WaterfallPanel';
import { FlowPanel } from './FlowPanel';
import { isWholePanel, WholePanel } from './WholePanel';
import { StoryCard } from './StoryCard';
import { StoryPanel } from './StoryPanel';
import { TraceHeader } from './TraceHeader';

export function TracePage({ route }: { route: TraceRoute }) {
  const trace = useTrace(route.id);
  const models = useModels();
  const vocabulary = findModel(models.data, trace.data?.model)?.vocabulary ?? USUAL_VOCABULARY;
  useTitle(
    trace.data
      ? `${visibleToken(trace.data.prediction?.text)} · ${visibleToken(promptText(trace.data.prompt))}`
      : trace.error
        ? 'No trace'
        : 'Trace',
  );

  const select = (node: string | undefined) => {
    const { node: _, why: __, ...rest } = route;
    navigate(node === undefined ? rest : { ...rest, node });
  };
  const ask = (why: Why | undefined) => {
    const { why: _, ...rest } = route;
    navigate(why === undefined ? rest : { ...rest, why });
  };

  if (trace.error) return <ErrorBox error={trace.error} onRetry={() => void trace.refetch()} />;
  if (!trace.data) return <Loading what="the trace" />;
  const shared = { route, trace: trace.data, onSelect: select };
  const story = route.as === 'story' || route.as === 'words';
  const whole = isWholePanel(route.as);
  // a view has the whole width until something of it is inspected
  const inspected = route.node !== undefined || route.why !== undefined;
  return (
    <div className={inspected ? 'trace-page inspected' : 'trace-page'}>
      {embeddedTrace() === undefined ? (
        <TraceHeader trace={trace.data} route={route} />
      ) : (
        <p className="embedded-of">
          <Link to={{ page: 'traces' }}>Headstream</Link>: {visibleToken(promptText(trace.data.prompt))},{' '}
          {trace.data.modelName}{' '}
          <a href={pageAddress(formatRoute(route))} target="_blank" rel="noreferrer">
            open
          </a>
        </p>
      )}
      {story && <StoryPanel route={route} trace={trace.data} vocabulary={vocabulary} />}
      {whole && <WholePanel {...shared} onWhy={ask} vocabulary={vocabulary} />}
      {route.as === 'waterfall' && <WaterfallPanel {...shared} />}
      {(route.as === 'graph' || route.as === 'list') && <FlowPanel {...shared} vocabulary={vocabulary} />}
      {route.why && <WhyHere trace={trace.data} why={route.why} onWhy={ask} onSelect={select} />}
      {route.node !== undefined && !route.why && (
        <Inspector key={route.node} trace={trace.data} node={route.node} onSelect={select} onWhy={ask}>
          {story && <StoryCard trace={trace.data} node={route.node} measure={route.measure} />}
        </Inspector>
      )}
    </div>
  );
}
