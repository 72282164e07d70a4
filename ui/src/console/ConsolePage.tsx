import { useState } from 'react';
import { useQueries } from '../api/hooks';
import { ErrorBox, Loading } from '../common/States';
import { useTitle } from '../common/useTitle';
import { contextOf, type ConsoleRoute } from '../route/route';
import { FreeCypher } from './FreeCypher';
import { Library } from './Library';
import { QueryForm } from './QueryForm';

export default function ConsolePage({ route }: { route: ConsoleRoute }) {
  const queries = useQueries();
  // a question keeps its form and its answer while its own address changes with every run
  const [open, setOpen] = useState({ times: 0, question: questionOf(route) });
  if (questionOf(route) !== open.question) setOpen({ times: open.times + 1, question: questionOf(route) });
  const onAsk = (question: ConsoleRoute) => setOpen({ times: open.times, question: questionOf(question) });
  const chosen = queries.data?.find((query) => query.name === route.name);
  useTitle(chosen?.title ?? 'Console');

  return (
    <div className="console-page">
      <Library context={contextOf(route)} chosen={route.name} />
      {route.name === undefined && <FreeCypher key={open.times} route={route} onAsk={onAsk} />}
      {route.name !== undefined && queries.isPending && <Loading what="the query" />}
      {chosen && <QueryForm key={open.times} query={chosen} route={route} onAsk={onAsk} />}
      {route.name !== undefined && queries.data && !chosen && (
        <ErrorBox error={new Error(`There is no query named '${route.name}': pick one from the list.`)} />
      )}
    </div>
  );
}

function questionOf({ name, statement, parameters }: ConsoleRoute): string {
  return JSON.stringify([name ?? null, statement ?? null, parameters ?? null]);
}
