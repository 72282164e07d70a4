import type { Model } from '../api/types';

/** What to know of the chosen model, and why others cannot be chosen. */
export function ModelRemarks({ models, chosen }: { models: Model[]; chosen: string | undefined }) {
  const notes = models.find((model) => model.name === chosen)?.notes ?? [];
  const refused = models.filter((model) => model.problem !== undefined);
  return (
    <>
      {notes.length > 0 && (
        <details className="hint">
          <summary>{notes.length === 1 ? '1 note' : `${String(notes.length)} notes`} on the model</summary>
          <ul aria-label="Notes on the model">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {refused.length > 0 && (
        <details className="hint">
          <summary>
            {refused.length === 1
              ? '1 model cannot be traced'
              : `${String(refused.length)} models cannot be traced`}
          </summary>
          <dl>
            {refused.map((model) => (
              <div key={model.source}>
                <dt>{model.name}</dt>
                <dd>{model.problem}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
