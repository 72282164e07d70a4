import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Api } from '../api/client';
import { useApi } from '../api/context';
import type { NamedQuery, Parameters } from '../api/types';
import { Link } from '../common/Link';
import { ErrorBox } from '../common/States';
import { contextOf, type ConsoleRoute, type ResultTab } from '../route/route';
import { navigate } from '../route/useRoute';
import { LinkButton } from './LinkButton';
import { LATEST, parametersOf, textsOf, type Texts } from './parameters';
import { ParameterField } from './ParameterField';
import { ResultView } from './ResultView';
import { RunBar } from './RunBar';
import { remember } from './statementHistory';
import { useOnOpen } from './useOnOpen';
import { useRun } from './useRun';

interface QueryFormProps {
  query: NamedQuery;
  route: ConsoleRoute;
  /** told before the address changes to what is asked */
  onAsk: (question: ConsoleRoute) => void;
}

export function QueryForm({ query, route, onAsk }: QueryFormProps) {
  const api = useApi();
  const context = contextOf(route);
  const [texts, setTexts] = useState<Texts>(() => textsOf(query, route));
  const [tab, setTab] = useState<ResultTab>(route.as ?? 'table');
  const [trace, setTrace] = useState<string>();
  const { run, start, stop } = useRun();
  const { asked } = run;
  const { value, problems } = parametersOf(query, texts);
  const wrong = problems.length > 0;
  const [tried, setTried] = useState(false);
  const question = (as: ResultTab): ConsoleRoute => ({ ...context, name: query.name, parameters: value, as });
  const go = (as: ResultTab) => {
    onAsk(question(as));
    navigate(question(as), 'replace');
  };

  const ask = () => {
    setTried(true);
    if (wrong) return;
    remember({ name: query.name, parameters: value });
    go(tab);
    start({ statement: query.statement, parameters: value }, async (signal) => {
      const [result, named] = await Promise.all([
        api.runQuery(query.name, value, signal),
        namedTrace(api, query, value, signal),
      ]);
      setTrace(named);
      return result;
    });
  };
  const onTab = (as: ResultTab) => {
    setTab(as);
    if (run.asked || as === 'plan') go(as);
  };
  // a link that shows an answer asks
  useOnOpen(() => {
    if (route.as && route.as !== 'plan') ask();
  });

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ask();
  };

  return (
    <section className="panel question" aria-labelledby="query-title">
      <h1 id="query-title">{query.title}</h1>
      <p className="prose">{query.explanation}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter from any field of the form */}
      <form className="form" onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
        {query.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={texts[parameter.name] ?? ''}
            onChange={(text) => setTexts({ ...texts, [parameter.name]: text })}
          />
        ))}
        {tried && wrong && <ErrorBox error={new Error(problems.join(' '))} />}
        <RunBar run={run} onRun={ask} onStop={stop} submit>
          <LinkButton to={question(tab)} />
        </RunBar>
      </form>
      <Statement query={query} context={context} value={value} />
      <ResultView
        run={run}
        name={query.name}
        tab={tab}
        onTab={onTab}
        planned={run.asked ?? { statement: query.statement, parameters: value }}
        columns={query.columns}
        trace={trace}
        exporting={
          asked && ((format, signal) => api.exportQuery(query.name, asked.parameters, format, signal))
        }
      />
    </section>
  );
}

/** Whose nodes the answer's ids are: the trace asked about, or the newest where that is what was meant. */
async function namedTrace(
  api: Api,
  query: NamedQuery,
  value: Parameters,
  signal: AbortSignal,
): Promise<string | undefined> {
  const parameter = query.parameters.find(({ name, type }) => name === 'trace' && type === 'trace');
  const given = value.trace ?? parameter?.default;
  if (given !== LATEST) return typeof given === 'string' ? given : undefined;
  return (await api.traces({ limit: 1 }, signal)).items[0]?.id;
}

function Statement({
  query,
  context,
  value,
}: {
  query: NamedQuery;
  context: ConsoleRoute;
  value: Parameters;
}) {
  return (
    <details className="statement">
      <summary>Its Cypher</summary>
      <pre className="cypher">{query.statement.trim()}</pre>
      <p>
        <Link className="button" to={{ ...context, statement: query.statement, parameters: value }}>
          Open as free Cypher
        </Link>
      </p>
      <dl className="columns">
        {query.columns.map((column) => (
          <div key={column.name}>
            <dt>{column.name}</dt>
            <dd>{column.explanation}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
