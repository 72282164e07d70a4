import { Link } from '../common/Link';
import { blockRoute, type TraceRoute, type TraceView } from '../route/route';

const STORY: readonly TraceView[] = ['story', 'words'];
const FLOW: readonly TraceView[] = ['graph', 'list'];

/** The pictures of a trace: what matters, everything, the sum; all heads, states and patterns, one block. Where the reader has panned to and what colours mean is of one picture alone. */
export function ViewSwitch({ route }: { route: TraceRoute }) {
  const { whole: _, camera: __, figure: ___, block: ____, ...rest } = route;
  const flow = FLOW.includes(route.as);
  const story = STORY.includes(route.as);
  return (
    <nav className="tabs" aria-label="Views of the trace">
      <Link to={story ? route : { ...rest, as: 'story' }} current={story}>
        Story
      </Link>
      <Link to={flow ? route : { ...rest, as: 'graph' }} current={flow} title="The graph by share (E)">
        Everything
      </Link>
      <Link to={{ ...rest, as: 'waterfall' }} current={route.as === 'waterfall'}>
        Waterfall
      </Link>
      <Link to={route.as === 'heads' ? route : { ...rest, as: 'heads' }} current={route.as === 'heads'}>
        Heads
      </Link>
      <Link to={route.as === 'sweep' ? route : { ...rest, as: 'sweep' }} current={route.as === 'sweep'}>
        Sweeps
      </Link>
      <Link to={route.as === 'lens' ? route : { ...rest, as: 'lens' }} current={route.as === 'lens'}>
        Lens
      </Link>
      <Link
        to={route.as === 'attention' ? route : { ...rest, as: 'attention' }}
        current={route.as === 'attention'}
      >
        Attention
      </Link>
      <Link
        to={route.as === 'block' ? route : blockRoute(route, route.node)}
        current={route.as === 'block'}
        title="One block with all that it does at a position (B)"
      >
        Block
      </Link>
    </nav>
  );
}
