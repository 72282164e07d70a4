import { useState } from 'react';
import { useQueries } from '../api/hooks';
import { ErrorBox, Loading } from '../common/States';
import type { ConsoleRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { FreeCypher } from './FreeCypher';
import { History } from './History';
import { QueryForm } from './QueryForm';
import { QueryList } from './QueryList';

export default function ConsolePage({ route }: { route: ConsoleRoute }) {
  const queries = useQueries();
  const [tab, setTab] = useState<'queries' | 'history'>('queries');
  // a free statement keeps its editor and its result while its own address changes with every run
  const [free, setFree] = useState({ opened: 0, statement: route.statement });
  if (route.name === undefined && route.statement !== free.statement) {
    setFree({ opened: free.opened + 1, statement: route.statement });
  }
  const chosen =
    route.name === undefined ? undefined : queries.data?.find((query) => query.name === route.name);
  const context: ConsoleRoute = {
    page: 'console',
    ...(route.trace && { trace: route.trace }),
    ...(route.model && { model: route.model }),
  };

  return (
    <div className="console-page">
      <aside className="panel library" aria-label="Questions">
        <div className="panel-head" role="group" aria-label="What to list">
          <button type="button" aria-pressed={tab === 'queries'} onClick={() => setTab('queries')}>
            Named queries
          </button>
          <button type="button" aria-pressed={tab === 'history'} onClick={() => setTab('history')}>
            History
          </button>
        </div>
        {tab === 'history' && <History onPick={(statement) => navigate({ ...context, statement })} />}
        {tab === 'queries' && queries.error && (
          <ErrorBox error={queries.error} onRetry={() => void queries.refetch()} />
        )}
        {tab === 'queries' && queries.isPending && <Loading what="the queries" />}
        {tab === 'queries' && queries.data && (
          <QueryList queries={queries.data} context={context} chosen={route.name} />
        )}
      </aside>
      {chosen && <QueryForm key={chosen.name} query={chosen} route={route} context={context} />}
      {route.name !== undefined && queries.data && !chosen && (
        <ErrorBox error={new Error(`There is no query named '${route.name}': pick one from the list.`)} />
      )}
      {route.name === undefined && (
        <FreeCypher
          key={free.opened}
          route={route}
          onAsk={(statement) => setFree({ opened: free.opened, statement })}
        />
      )}
    </div>
  );
}
