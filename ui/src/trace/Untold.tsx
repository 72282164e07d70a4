import { Link } from '../common/Link';
import { Empty } from '../common/States';
import type { TraceRoute } from '../route/route';
import { ViewSwitch } from './ViewSwitch';

/** Where there is no story, what there is instead. */
export function Untold({ route }: { route: TraceRoute }) {
  return (
    <>
      <div className="panel-head">
        <ViewSwitch route={route} />
      </div>
      <Empty>
        This trace keeps neither effects nor direct attributions of heads and MLPs, so there is no story to
        tell: <Link to={{ ...route, as: 'graph' }}>everything that it keeps</Link>.
      </Empty>
    </>
  );
}
