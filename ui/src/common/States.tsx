import type { ReactNode } from 'react';
import { ApiError } from '../api/client';

export function Loading({ what }: { what: string }) {
  return (
    <p className="state" role="status">
      Loading {what}…
    </p>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="state">{children}</p>;
}

/** What is not there: in the server's own words, which name the remedy. Anything else is an error that may pass. */
export function NotKept({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return error instanceof ApiError && error.status === 404 ? (
    <Empty>{error.message}.</Empty>
  ) : (
    <ErrorBox error={error} onRetry={onRetry} />
  );
}

/** What was refused is refused again: to ask once more is offered only where that may help. */
export function ErrorBox({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const refused =
    error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
  return (
    <div className="error" role="alert">
      <p>
        {error instanceof ApiError && error.title !== error.message && <strong>{error.title}. </strong>}
        {error.message}
      </p>
      {onRetry && !refused && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
