import { useState, type SyntheticEvent } from 'react';
import { useSaving, useViews } from '../api/people';
import { CopyButton } from '../common/CopyButton';
import { Link } from '../common/Link';
import { ErrorBox } from '../common/States';
import { embedAddress } from '../route/embed';
import { formatRoute, parseRoute, type TraceRoute } from '../route/route';

const LONGEST = 80;

/** Views under a name, kept in the graph: of every trace of the same. And the picture for other pages. */
export function SavedViews({ route }: { route: TraceRoute }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="predictions views"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>saved views</summary>
      {open && <Views route={route} />}
    </details>
  );
}

function Views({ route }: { route: TraceRoute }) {
  const [name, setName] = useState('');
  const views = useViews(route.id);
  const saving = useSaving(route.id);
  const address = addressOf(route);
  const error = views.error ?? saving.error;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    saving.mutate({ name: name.trim(), address }, { onSuccess: () => setName('') });
  };
  const known = views.data?.some((view) => view.name === name.trim());
  return (
    <div className="views-box">
      {error && <ErrorBox error={error} />}
      {views.data?.length === 0 && <p className="hint">No views yet: give what you see a name.</p>}
      <ul aria-label="Saved views">
        {views.data?.map((view) => (
          <li key={view.name}>
            <Link to={parseRoute(`#/trace/${encodeURIComponent(route.id)}?${view.address}`)}>
              {view.name}
            </Link>{' '}
            <button
              type="button"
              className="quiet"
              aria-label={`Remove the view ${view.name}`}
              onClick={() => saving.mutate({ name: view.name, address: undefined })}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="controls">
        <input
          aria-label="Name of the view"
          placeholder="name of what you see"
          maxLength={LONGEST}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" disabled={name.trim() === '' || saving.isPending}>
          {known ? 'Save instead' : 'Save view'}
        </button>
      </form>
      <p className="hint">
        For another page or a notebook:{' '}
        <CopyButton
          label="Copy as a frame"
          text={`<iframe src="${embedAddress(route.id, address)}" width="1100" height="640"></iframe>`}
        />
      </p>
    </div>
  );
}

function addressOf(route: TraceRoute): string {
  return formatRoute(route).split('?')[1] ?? '';
}
