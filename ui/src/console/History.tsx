import { useState } from 'react';
import { when } from '../common/format';
import { Link } from '../common/Link';
import { Empty } from '../common/States';
import type { ConsoleRoute } from '../route/route';
import { shorten } from '../tokens/tokenText';
import { forget, forgetAll, keyOf, useHistory, type HistoryEntry } from './statementHistory';

/** What was asked in this browser, newest first. */
export function History({ context }: { context: ConsoleRoute }) {
  const entries = useHistory();
  const [words, setWords] = useState('');
  const found = entries.filter((entry) => has(entry, words));
  if (entries.length === 0) return <Empty>Nothing asked yet in this browser.</Empty>;
  return (
    <>
      <input
        type="search"
        aria-label="Search history"
        placeholder="search history"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.length === 0 && <Empty>Nothing asked has these words.</Empty>}
      <ul className="plain entries">
        {found.map((entry) => (
          <li key={keyOf(entry)}>
            <Link to={{ ...context, ...questionOf(entry) }} title={entry.statement ?? entry.name ?? ''}>
              <span className="code">
                {shorten((entry.statement ?? entry.name ?? '').replace(/\s+/g, ' '), 90)}
              </span>
              <small className="hint">
                {[entry.at && when(entry.at), parametersText(entry)].filter(Boolean).join(' · ')}
              </small>
            </Link>
            <button
              type="button"
              className="quiet"
              aria-label={`Forget ${shorten(entry.statement ?? entry.name ?? '', 40)}`}
              onClick={() => forget(entry)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={forgetAll}>
        Forget all
      </button>
    </>
  );
}

function questionOf({ statement, name, parameters }: HistoryEntry) {
  return { ...(name !== undefined ? { name } : { statement: statement ?? '' }), parameters };
}

function parametersText({ parameters }: HistoryEntry): string {
  return Object.keys(parameters).length === 0 ? '' : shorten(JSON.stringify(parameters), 50);
}

function has(entry: HistoryEntry, words: string): boolean {
  const about =
    `${entry.statement ?? ''} ${entry.name ?? ''} ${JSON.stringify(entry.parameters)}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => about.includes(word));
}
