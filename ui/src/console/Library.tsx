import { useState } from 'react';
import { useQueries } from '../api/hooks';
import { ErrorBox, Loading } from '../common/States';
import { Link } from '../common/Link';
import type { ConsoleRoute } from '../route/route';
import { History } from './History';
import { QueryList } from './QueryList';
import { SavedQueries } from './SavedQueries';
import { SchemaList } from './SchemaList';

const LISTS = { queries: 'Named queries', saved: 'Saved', history: 'History', schema: 'Schema' } as const;
type List = keyof typeof LISTS;

/** What can be asked: the project's questions, the reader's own, those of before, and what the graph is made of. */
export function Library({ context, chosen }: { context: ConsoleRoute; chosen: string | undefined }) {
  const queries = useQueries();
  const [list, setList] = useState<List>('queries');
  return (
    <aside className="panel library" aria-label="Questions">
      <Link to={context} current={chosen === undefined} className="free">
        Free Cypher
      </Link>
      <div className="panel-head" role="group" aria-label="What to list">
        {(Object.keys(LISTS) as List[]).map((each) => (
          <button key={each} type="button" aria-pressed={list === each} onClick={() => setList(each)}>
            {LISTS[each]}
          </button>
        ))}
      </div>
      {list === 'history' && <History context={context} />}
      {list === 'saved' && <SavedQueries context={context} />}
      {list === 'schema' && <SchemaList />}
      {list === 'queries' && queries.error && (
        <ErrorBox error={queries.error} onRetry={() => void queries.refetch()} />
      )}
      {list === 'queries' && queries.isPending && <Loading what="the queries" />}
      {list === 'queries' && queries.data && (
        <QueryList queries={queries.data} context={context} chosen={chosen} />
      )}
    </aside>
  );
}
