import { useEffect, useRef, useState } from 'react';
import { isAbort } from '../api/client';
import type { ExportedFile } from '../api/types';
import { download } from '../common/download';
import { ErrorBox } from '../common/States';

/** Puts the question again, for a file of one format. */
export type Exporting = (format: string, signal: AbortSignal) => Promise<ExportedFile>;

const FORMATS = [
  { format: 'csv', name: 'CSV', use: 'every row' },
  { format: 'json', name: 'JSON', use: 'every row, as the api gives them' },
  { format: 'parquet', name: 'Parquet', use: 'every row; pandas, DuckDB' },
  { format: 'graphml', name: 'GraphML', use: 'the nodes and relationships among them; networkx, Gephi' },
];

/** The whole answer as a file: the server asks again, so rows that are not shown are in it too. */
export function AnswerExport({ exporting }: { exporting: Exporting }) {
  const [busy, setBusy] = useState<string>();
  const [said, setSaid] = useState('');
  const [error, setError] = useState<Error>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const save = async (format: string, name: string) => {
    const controller = new AbortController();
    current.current = controller;
    setBusy(name);
    setSaid('');
    setError(undefined);
    try {
      const file = await exporting(format, controller.signal);
      download(file.name, file.content);
      setSaid(
        `${file.name} is saved${file.truncated ? ': its first rows only, as many as an export has' : ''}.`,
      );
    } catch (failure) {
      if (isAbort(failure)) setSaid('Stopped.');
      else setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
    setBusy(undefined);
  };

  return (
    <details className="predictions">
      <summary>Export the whole answer</summary>
      <div className="exports">
        <ul>
          {FORMATS.map(({ format, name, use }) => (
            <li key={format}>
              <button type="button" disabled={busy !== undefined} onClick={() => void save(format, name)}>
                {name}
              </button>{' '}
              <small>{use}</small>
            </li>
          ))}
        </ul>
        <p role="status">{busy ? `Asking for the ${busy}…` : said}</p>
        {busy && (
          <button type="button" onClick={() => current.current?.abort()}>
            Stop the export
          </button>
        )}
        {error && <ErrorBox error={error} />}
      </div>
    </details>
  );
}
