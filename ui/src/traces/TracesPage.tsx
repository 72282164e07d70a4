import type { TracesRoute } from '../route/route';
import { JobWatch } from '../prompt/JobWatch';
import { PromptForm } from '../prompt/PromptForm';
import { TraceList } from './TraceList';

export function TracesPage({ route }: { route: TracesRoute }) {
  return (
    <div className="traces-page">
      <div className="ask">
        <PromptForm route={route} />
        {route.job && <JobWatch key={route.job} id={route.job} route={route} />}
      </div>
      <TraceList route={route} />
    </div>
  );
}
