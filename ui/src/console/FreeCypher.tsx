import { useMemo, useState } from 'react';
import { useApi } from '../api/context';
import type { Parameters } from '../api/types';
import { contextOf, type ConsoleRoute, type ResultTab } from '../route/route';
import { navigate } from '../route/useRoute';
import { Editor } from './Editor';
import { LinkButton } from './LinkButton';
import { ParameterRows } from './ParameterRows';
import { MOST_ROWS, ResultView } from './ResultView';
import { RunBar } from './RunBar';
import { SaveForm } from './SaveForm';
import { remember } from './statementHistory';
import { parameterNames, textsOfValues, typedParameters } from './statementParameters';
import { useOnOpen } from './useOnOpen';
import { useRun } from './useRun';

const LIMIT = 1000;
const FIRST = `// which heads write a token, and how often?
MATCH (h:Head)<-[:OF]-(o:HeadOutput)-[w:WRITES]->(:Token {text: $token})
WHERE w.rank <= 5
RETURN h.name AS head, count(DISTINCT o.trace) AS traces, avg(o.dla) AS dla
ORDER BY traces DESC, dla IS NULL, dla DESC`;

interface FreeCypherProps {
  route: ConsoleRoute;
  /** told before the address changes to what is asked */
  onAsk: (question: ConsoleRoute) => void;
}

export function FreeCypher({ route, onAsk }: FreeCypherProps) {
  const api = useApi();
  const [statement, setStatement] = useState(route.statement ?? FIRST);
  const [texts, setTexts] = useState(() => textsOfValues({ ...usual(route), ...route.parameters }));
  const [tried, setTried] = useState(false);
  const [tab, setTab] = useState<ResultTab>(route.as ?? 'table');
  const names = useMemo(() => parameterNames(statement), [statement]);
  const { value, problems } = typedParameters(names, texts);
  const written = { statement, parameters: value };
  const [planned, setPlanned] = useState(written);
  const [limit, setLimit] = useState(LIMIT);
  const { run, start, stop } = useRun();
  const { asked } = run;

  const ask = (most: number, as: ResultTab) => {
    setTried(true);
    if (Object.keys(problems).length > 0 || statement.trim() === '') return;
    const question = { ...contextOf(route), ...written, as };
    remember(written);
    onAsk(question);
    navigate(question, 'replace');
    setPlanned(written);
    setLimit(most);
    start(written, (signal) => api.cypher(statement, value, most, signal));
  };
  const onTab = (as: ResultTab) => {
    setTab(as);
    if (as === 'plan') setPlanned(written);
    const shown = run.asked ?? (as === 'plan' ? written : undefined);
    if (!shown) return;
    const question = { ...contextOf(route), ...shown, as };
    onAsk(question);
    navigate(question, 'replace');
  };

  // a link that shows an answer asks
  useOnOpen(() => {
    if (route.as && route.as !== 'plan' && route.statement !== undefined) ask(LIMIT, route.as);
  });

  return (
    <section className="panel question" aria-label="Cypher">
      <div className="inspector-head">
        <h1>Cypher</h1>
        <span className="hint">Ctrl+Space completes</span>
      </div>
      <Editor value={statement} onChange={setStatement} onRun={() => ask(LIMIT, tab)} parameters={names} />
      <ParameterRows
        names={names}
        texts={texts}
        onChange={(name, text) => setTexts((known) => ({ ...known, [name]: text }))}
        onRun={() => ask(LIMIT, tab)}
        tried={tried}
      />
      <RunBar run={run} onRun={() => ask(LIMIT, tab)} onStop={stop}>
        <SaveForm query={written} />
        <LinkButton to={{ ...contextOf(route), ...written, as: tab }} />
      </RunBar>
      <ResultView
        run={run}
        name="cypher"
        tab={tab}
        onTab={onTab}
        planned={planned}
        trace={traceOf(run.asked?.parameters)}
        exporting={
          asked && ((format, signal) => api.exportCypher(asked.statement, asked.parameters, format, signal))
        }
        onMore={limit < MOST_ROWS ? () => ask(MOST_ROWS, tab) : undefined}
      />
    </section>
  );
}

/** What parameters mostly stand for: the current trace and model, and a token of the first example. */
function usual(route: ConsoleRoute): Parameters {
  return {
    token: ' Mary',
    ...(route.trace && { trace: route.trace }),
    ...(route.model && { model: route.model }),
  };
}

function traceOf(parameters: Parameters | undefined): string | undefined {
  return typeof parameters?.trace === 'string' ? parameters.trace : undefined;
}
