import { useId, useState, type SyntheticEvent } from 'react';
import { save, useSavedQueries, type SavedQuery } from './savedQueries';

/** Names the statement and keeps it. */
export function SaveForm({ query }: { query: Omit<SavedQuery, 'name'> }) {
  const id = useId();
  const known = useSavedQueries();
  const [name, setName] = useState<string>();
  const [saved, setSaved] = useState<string>();
  if (name === undefined) {
    return (
      <>
        <button
          type="button"
          className="quiet"
          disabled={query.statement.trim() === ''}
          onClick={() => setName('')}
          onBlur={() => setSaved(undefined)}
        >
          Save
        </button>
        <span role="status" className="hint">
          {saved && `saved as ${saved}`}
        </span>
      </>
    );
  }
  const trimmed = name.trim();
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (trimmed === '') return;
    save({ name: trimmed, ...query });
    setSaved(trimmed);
    setName(undefined);
  };
  return (
    <form className="save" onSubmit={onSubmit}>
      <label htmlFor={id}>Save as</label>
      <input
        id={id}
        value={name}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it appears where the reader has just pressed Save
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(undefined);
        }}
      />
      <button type="submit" disabled={trimmed === ''}>
        {known.some((each) => each.name === trimmed) ? 'Replace' : 'Keep'}
      </button>
      <button type="button" className="quiet" onClick={() => setName(undefined)}>
        Cancel
      </button>
    </form>
  );
}
