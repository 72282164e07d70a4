import type { Parameters } from '../api/types';
import { CopyButton } from './CopyButton';
import { Link } from './Link';

interface CypherBoxProps {
  statement: string;
  parameters: Parameters;
  trace: string;
}

/** The statement that gives the same, to be taken along. */
export function CypherBox({ statement, parameters, trace }: CypherBoxProps) {
  return (
    <section>
      <h3>The same in Cypher</h3>
      <pre className="cypher">{statement.trim()}</pre>
      <p className="hint">
        parameters <code>{JSON.stringify(parameters)}</code>
      </p>
      <p className="actions">
        <CopyButton text={statement} />
        <Link className="button" to={{ page: 'console', trace, statement, parameters }}>
          Open in console
        </Link>
      </p>
    </section>
  );
}
