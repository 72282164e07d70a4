import { Link } from '../common/Link';
import type { TraceRoute } from '../route/route';

/** The two pictures of a trace. */
export function ViewSwitch({ route }: { route: TraceRoute }) {
  const { whole: _, ...rest } = route;
  return (
    <nav className="tabs" aria-label="Views of the trace">
      <Link to={{ ...rest, as: route.as === 'list' ? 'list' : 'graph' }} current={route.as !== 'waterfall'}>
        Flow
      </Link>
      <Link to={{ ...rest, as: 'waterfall' }} current={route.as === 'waterfall'}>
        Waterfall
      </Link>
    </nav>
  );
}
