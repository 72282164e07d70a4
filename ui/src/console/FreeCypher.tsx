import { useMemo, useState, type KeyboardEvent } from 'react';
import { useApi } from '../api/context';
import type { Parameters } from '../api/types';
import { ErrorBox } from '../common/States';
import type { ConsoleRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { Editor } from './Editor';
import { remember } from './statementHistory';
import { ResultView } from './ResultView';
import { RunBar } from './RunBar';
import { useRun } from './useRun';

const LIMIT = 1000;
const FIRST = `// which heads write a token, and how often?
MATCH (h:Head)<-[:OF]-(o:HeadOutput)-[w:WRITES]->(:Token {text: $token})
WHERE w.rank <= 5
RETURN h.name AS head, count(DISTINCT o.trace) AS traces, avg(o.dla) AS dla
ORDER BY traces DESC, dla DESC`;

interface FreeCypherProps {
  route: ConsoleRoute;
  /** told before the address changes to what is asked */
  onAsk: (statement: string) => void;
}

export function FreeCypher({ route, onAsk }: FreeCypherProps) {
  const api = useApi();
  const [statement, setStatement] = useState(route.statement ?? FIRST);
  const [text, setText] = useState(() => JSON.stringify(route.parameters ?? firstParameters(route), null, 1));
  const { run, start, stop } = useRun();
  const parsed = useMemo(() => parseParameters(text), [text]);
  const names = useMemo(() => Object.keys(parsed.value ?? {}), [parsed]);

  const ask = () => {
    const { value } = parsed;
    if (!value || statement.trim() === '') return;
    remember(statement);
    onAsk(statement);
    navigate({ ...withoutName(route), statement, parameters: value }, 'replace');
    start((signal) => api.cypher(statement, value, LIMIT, signal));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ask();
  };

  return (
    <section className="panel question" aria-label="Cypher">
      <h1>Cypher</h1>
      <Editor value={statement} onChange={setStatement} onRun={ask} parameters={names} />
      <label htmlFor="parameters">
        Parameters <span className="hint">JSON</span>
      </label>
      <textarea
        id="parameters"
        className="code"
        rows={Math.min(6, text.split('\n').length)}
        value={text}
        spellCheck={false}
        aria-invalid={parsed.error !== undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {parsed.error && <ErrorBox error={new Error(parsed.error)} />}
      <RunBar run={run} onRun={ask} onStop={stop} />
      {run.error && <ErrorBox error={run.error} />}
      {run.result && <ResultView result={run.result} name="cypher" />}
    </section>
  );
}

function firstParameters(route: ConsoleRoute): Parameters {
  return route.statement === undefined ? { token: ' Mary' } : {};
}

function withoutName({ name: _, ...rest }: ConsoleRoute): ConsoleRoute {
  return rest;
}

function parseParameters(text: string): { value?: Parameters; error?: string } {
  if (text.trim() === '') return { value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return { value: value as Parameters };
    return { error: 'Parameters are a JSON object, such as {"token": " Mary"}.' };
  } catch (error) {
    return { error: `Parameters are not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
