import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useApi } from '../api/context';
import type { NamedQuery, Parameters } from '../api/types';
import { Link } from '../common/Link';
import { ErrorBox } from '../common/States';
import type { ConsoleRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { parametersOf, textsOf, type Texts } from './parameters';
import { ParameterField } from './ParameterField';
import { ResultView } from './ResultView';
import { RunBar } from './RunBar';
import { useRun } from './useRun';

interface QueryFormProps {
  query: NamedQuery;
  route: ConsoleRoute;
  /** the console without a question: what is current */
  context: ConsoleRoute;
}

export function QueryForm({ query, route, context }: QueryFormProps) {
  const api = useApi();
  const [texts, setTexts] = useState<Texts>(() => textsOf(query, route));
  const { run, start, stop } = useRun();
  const { value, problems } = parametersOf(query, texts);
  const wrong = problems.length > 0;
  const [tried, setTried] = useState(false);

  const ask = () => {
    setTried(true);
    if (wrong) return;
    navigate({ ...context, name: query.name, parameters: value }, 'replace');
    start((signal) => api.runQuery(query.name, value, signal));
  };
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
        <RunBar run={run} onRun={ask} onStop={stop} submit />
      </form>
      <Statement query={query} context={context} value={value} />
      {run.error && <ErrorBox error={run.error} />}
      {run.result && <ResultView result={run.result} name={query.name} columns={query.columns} />}
    </section>
  );
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
