import { useEffect, useState } from 'react';
import { useModels, useTraces } from '../api/hooks';
import { STATEMENTS } from '../api/generated/graph';
import { CypherBox } from '../common/CypherBox';
import { Empty, ErrorBox, Loading } from '../common/States';
import type { TracesRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { CompareTicked } from '../compare/CompareTicked';
import { FoundComponents } from './FoundComponents';
import { TraceRow } from './TraceRow';

const PAGE = 25;

export function TraceList({ route }: { route: TracesRoute }) {
  const [text, setText] = useState(route.query ?? '');
  const [ticked, setTicked] = useState<string[]>([]);
  const models = useModels();
  const traces = useTraces({ query: route.query, model: route.model, limit: PAGE });
  const rows = traces.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = (route.query ?? route.model) !== undefined;

  const narrow = (change: { query?: string; model?: string }) => {
    const { query: _query, model: _model, ...rest } = route;
    const query = change.query ?? route.query;
    const model = change.model ?? route.model;
    navigate({ ...rest, ...(query && { query }), ...(model && { model }) }, 'replace');
  };

  // the third ticked takes the place of the first
  const tick = (id: string) =>
    setTicked(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked.slice(-1), id]);

  useEffect(() => {
    if (text === (route.query ?? '')) return;
    const timer = setTimeout(() => narrow({ query: text }), 250);
    return () => clearTimeout(timer);
  });

  return (
    <section className="panel" aria-labelledby="traces-title">
      <div className="panel-head">
        <h2 id="traces-title">Traces</h2>
        <input
          type="search"
          aria-label="Search prompts"
          placeholder="search prompts, components, labels"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <select
          aria-label="Model of the traces"
          value={route.model ?? ''}
          onChange={(event) => narrow({ model: event.target.value })}
        >
          <option value="">all models</option>
          {models.data
            ?.filter((model) => model.inGraph)
            .map((model) => (
              <option key={model.id ?? model.name} value={model.id ?? model.name}>
                {model.name}
              </option>
            ))}
        </select>
        <CompareTicked ticked={ticked.flatMap((id) => rows.find((trace) => trace.id === id) ?? [])} />
      </div>
      {route.query !== undefined && <FoundComponents words={route.query} />}
      {traces.error && <ErrorBox error={traces.error} onRetry={() => void traces.refetch()} />}
      {traces.isPending && <Loading what="traces" />}
      {traces.data && rows.length === 0 && (
        <Empty>
          {filtered
            ? 'No trace matches: search for other words, or all models.'
            : 'No traces yet: type a prompt.'}
        </Empty>
      )}
      {rows.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">Compare</span>
              </th>
              <th scope="col">Prompt</th>
              <th scope="col">Prediction</th>
              <th scope="col">Target</th>
              <th scope="col">Detail</th>
              <th scope="col">Traced</th>
              <th scope="col">
                <span className="hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((trace) => (
              <TraceRow
                key={trace.id}
                trace={trace}
                ticked={ticked.includes(trace.id)}
                onTick={() => tick(trace.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {traces.hasNextPage && (
        <button
          type="button"
          onClick={() => void traces.fetchNextPage()}
          disabled={traces.isFetchingNextPage}
        >
          Older traces
        </button>
      )}
      <CypherBox
        statement={STATEMENTS.traces}
        parameters={{
          model: route.model ?? null,
          text: route.query ?? null,
          tag: null,
          before: null,
          beforeId: null,
          limit: PAGE,
        }}
        folded
      />
    </section>
  );
}
