import { findModel, useModels, useTrace } from '../api/hooks';
import { ErrorBox, Loading } from '../common/States';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { Inspector } from '../inspector/Inspector';
import { WaterfallPanel } from './WaterfallPanel';
import { FlowPanel } from './FlowPanel';
import { TraceHeader } from './TraceHeader';

const USUAL_VOCABULARY = 50_257;

export function TracePage({ route }: { route: TraceRoute }) {
  const trace = useTrace(route.id);
  const models = useModels();
  const vocabulary = findModel(models.data, trace.data?.model)?.vocabulary ?? USUAL_VOCABULARY;

  const select = (node: string | undefined) => {
    const { node: _, ...rest } = route;
    navigate(node === undefined ? rest : { ...rest, node });
  };

  if (trace.error) return <ErrorBox error={trace.error} onRetry={() => void trace.refetch()} />;
  if (!trace.data) return <Loading what="the trace" />;
  return (
    <div className="trace-page">
      <TraceHeader trace={trace.data} />
      {route.as === 'waterfall' ? (
        <WaterfallPanel route={route} trace={trace.data} onSelect={select} />
      ) : (
        <FlowPanel route={route} trace={trace.data} vocabulary={vocabulary} onSelect={select} />
      )}
      <Inspector key={route.node} trace={trace.data} node={route.node} onSelect={select} />
    </div>
  );
}
