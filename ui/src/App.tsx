import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { SignIn } from './access/SignIn';
import { ApiError, createApi } from './api/client';
import { ApiContext } from './api/context';
import { Header } from './common/Header';
import { Loading } from './common/States';
import { useTopFocus } from './common/useTopFocus';
import { ComparePage } from './compare/ComparePage';
import { embeddedTrace } from './route/embed';
import type { Route } from './route/route';
import { useRoute } from './route/useRoute';
import { ThemeContext, useThemeState } from './theme/useTheme';
import { TracesPage } from './traces/TracesPage';
import { TracePage } from './trace/TracePage';

const CircuitsPage = lazy(() => import('./circuit/CircuitsPage'));
const ComponentPage = lazy(() => import('./component/ComponentPage'));
// the editor's grammar is most of the page's weight: only who opens the console loads it
const ConsolePage = lazy(() => import('./console/ConsolePage'));

export function App({ base = '' }: { base?: string }) {
  const [signedOut, setSignedOut] = useState(false);
  const api = useMemo(() => createApi(base, () => setSignedOut(true)), [base]);
  const [client] = useState(createQueryClient);
  const theme = useThemeState();
  const route = useRoute();
  const embedded = embeddedTrace() !== undefined;
  useTopFocus(route.page === 'trace' ? route.id : route.page);
  // what one key may see is not another's
  const signIn = () => {
    client.clear();
    setSignedOut(false);
  };
  const signOut = () => {
    client.clear();
    setSignedOut(true);
  };

  return (
    <ApiContext value={api}>
      <QueryClientProvider client={client}>
        <ThemeContext value={theme}>
          {route.page === 'trace' && route.as === 'story' && !signedOut && (
            <button type="button" className="skip" onClick={skipToPicture}>
              Skip to the picture
            </button>
          )}
          <a className="skip" href="#main" onClick={skipToMain}>
            Skip to content
          </a>
          {!signedOut && !embedded && <Header route={route} onSignedOut={signOut} />}
          <main id="main" tabIndex={-1} className={embedded ? 'embedded' : undefined}>
            {signedOut ? (
              <SignIn onSignedIn={signIn} />
            ) : (
              <Suspense fallback={<Loading what={route.page === 'console' ? 'the console' : 'the page'} />}>
                {pageOf(route)}
              </Suspense>
            )}
          </main>
        </ThemeContext>
      </QueryClientProvider>
    </ApiContext>
  );
}

function pageOf(route: Route) {
  switch (route.page) {
    case 'traces':
      return <TracesPage route={route} />;
    case 'trace':
      return <TracePage key={route.id} route={route} />;
    case 'component':
      return <ComponentPage key={`${route.model} ${route.name}`} route={route} />;
    case 'circuits':
      return <CircuitsPage route={route} />;
    case 'compare':
      return <ComparePage route={route} />;
    case 'console':
      return <ConsolePage route={route} />;
  }
}

/** The hash is the page's address, so the link may not use it. */
function skipToMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The one mark of the story that Tab reaches, past everything that stands before it. */
function skipToPicture() {
  document.querySelector<SVGElement>('[data-pill][tabindex="0"]')?.focus();
}

/** A refusal stays a refusal: only a server that did not answer is asked again. */
function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
        retryDelay: 500,
        refetchOnWindowFocus: false,
      },
    },
  });
}
