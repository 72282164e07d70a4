import { SignOut } from '../access/SignOut';
import { useSettings } from '../api/hooks';
import { traceRoute, type Route } from '../route/route';
import { useTheme } from '../theme/useTheme';
import { Link } from './Link';

export function Header({ route, onSignedOut }: { route: Route; onSignedOut: () => void }) {
  const { theme, toggle } = useTheme();
  const settings = useSettings();
  const browser = settings.data?.browser;
  const trace = route.page === 'trace' ? route.id : route.page === 'console' ? route.trace : undefined;
  return (
    <header className="header">
      <Link className="brand" to={{ page: 'traces' }}>
        Headstream
      </Link>
      <nav aria-label="Pages">
        <Link to={{ page: 'traces' }} current={route.page === 'traces'}>
          Traces
        </Link>
        {route.page === 'console' && trace && <Link to={traceRoute(trace)}>Trace</Link>}
        {route.page === 'trace' && (
          <Link to={route} current>
            Trace
          </Link>
        )}
        <Link
          to={{ page: 'compare', by: 'components', ...(trace && { left: trace }) }}
          current={route.page === 'compare'}
        >
          Compare
        </Link>
        <Link to={{ page: 'circuits' }} current={route.page === 'circuits'}>
          Circuits
        </Link>
        <Link to={{ page: 'console', ...(trace && { trace }) }} current={route.page === 'console'}>
          Console
        </Link>
        {browser && (
          <a href={browser} target="_blank" rel="noreferrer">
            Neo4j Browser
          </a>
        )}
      </nav>
      <SignOut onSignedOut={onSignedOut} />
      <button type="button" className="quiet" onClick={toggle}>
        {theme === 'dark' ? 'Light' : 'Dark'} theme
      </button>
    </header>
  );
}
