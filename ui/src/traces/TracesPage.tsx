import { traceRoute, type TracesRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { useTitle } from '../common/useTitle';
import { JobWatch } from '../prompt/JobWatch';
import { PromptForm } from '../prompt/PromptForm';
import { TraceList } from './TraceList';

export function TracesPage({ route }: { route: TracesRoute }) {
  useTitle('Traces');
  const close = () => {
    const { job: _, ...rest } = route;
    navigate(rest, 'replace');
  };
  return (
    <div className="traces-page">
      <div className="ask">
        <PromptForm route={route} />
        {route.job && (
          <JobWatch key={route.job} id={route.job} opens={traceRoute} how="replace" onClose={close} />
        )}
      </div>
      <TraceList route={route} />
    </div>
  );
}
