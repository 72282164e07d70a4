import type { Parameters } from '../api/types';
import type { ConsoleRoute } from '../route/route';
import { CopyButton } from './CopyButton';
import { Link } from './Link';

interface CypherBoxProps {
  statement: string;
  parameters: Parameters;
  /** the trace that is current, if one is */
  trace?: string;
  /** behind a click, where there is more to see */
  folded?: boolean;
}

/** The statement that gives the same, to be taken along. */
export function CypherBox({ statement, parameters, trace, folded = false }: CypherBoxProps) {
  const console: ConsoleRoute = {
    page: 'console',
    ...(trace !== undefined && { trace }),
    statement,
    parameters,
    as: 'table',
  };
  const body = (
    <>
      <pre className="cypher">{statement.trim()}</pre>
      <p className="hint">
        parameters <code>{JSON.stringify(parameters)}</code>
      </p>
      <p className="actions">
        <CopyButton text={statement} />
        <Link className="button" to={console}>
          Open in console
        </Link>
      </p>
    </>
  );
  return folded ? (
    <details className="cypher-box">
      <summary>The same in Cypher</summary>
      {body}
    </details>
  ) : (
    <section>
      <h3>The same in Cypher</h3>
      {body}
    </section>
  );
}
