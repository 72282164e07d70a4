import { Empty } from '../common/States';
import { shorten } from '../tokens/tokenText';
import { forget, useHistory } from './statementHistory';

export function History({ onPick }: { onPick: (statement: string) => void }) {
  const statements = useHistory();
  if (statements.length === 0) return <Empty>Nothing asked yet in this browser.</Empty>;
  return (
    <>
      <ul className="plain">
        {statements.map((statement) => (
          <li key={statement}>
            <button type="button" className="link code" title={statement} onClick={() => onPick(statement)}>
              {shorten(statement.replace(/\s+/g, ' '), 120)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={forget}>
        Forget all
      </button>
    </>
  );
}
