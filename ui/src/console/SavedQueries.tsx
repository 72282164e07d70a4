import { useRef, useState, type ChangeEvent } from 'react';
import { downloadText } from '../common/download';
import { Link } from '../common/Link';
import { Empty, ErrorBox } from '../common/States';
import type { ConsoleRoute } from '../route/route';
import { shorten } from '../tokens/tokenText';
import { fromFile, save, toFile, unsave, useSavedQueries } from './savedQueries';

/** The reader's own queries: to open, to delete, and to carry to another browser. */
export function SavedQueries({ context }: { context: ConsoleRoute }) {
  const queries = useSavedQueries();
  const chooser = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<{ error?: Error; imported?: number }>({});

  const onFile = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    file.text().then(
      (text) => {
        try {
          const found = fromFile(text);
          save(...found);
          setTold({ imported: found.length });
        } catch (error) {
          setTold({ error: error instanceof Error ? error : new Error(String(error)) });
        }
      },
      () => setTold({ error: new Error(`${file.name} could not be read.`) }),
    );
  };

  return (
    <>
      {queries.length === 0 && <Empty>Nothing saved yet: write a statement and press Save.</Empty>}
      <ul className="plain entries">
        {queries.map((query) => (
          <li key={query.name}>
            <Link
              to={{ ...context, statement: query.statement, parameters: query.parameters }}
              title={query.statement}
            >
              {query.name}
              <small className="hint code">{shorten(query.statement.replace(/\s+/g, ' '), 60)}</small>
            </Link>
            <button
              type="button"
              className="quiet"
              aria-label={`Delete ${query.name}`}
              onClick={() => unsave(query.name)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <p className="actions">
        <button
          type="button"
          disabled={queries.length === 0}
          onClick={() => downloadText('headstream-queries.json', toFile(queries), 'application/json')}
        >
          Export
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          Import
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          aria-label="File of saved queries"
          className="hidden"
          tabIndex={-1}
          onChange={onFile}
        />
        <span role="status" className="hint">
          {told.imported !== undefined && `${told.imported} imported`}
        </span>
      </p>
      {told.error && <ErrorBox error={told.error} />}
    </>
  );
}
