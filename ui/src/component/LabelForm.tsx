import { useState, type SyntheticEvent } from 'react';
import { useLabelling, useLabels } from '../api/people';
import type { ComponentLabel } from '../api/types';
import { when } from '../common/format';
import { ErrorBox, Loading } from '../common/States';

interface LabelFormProps {
  model: string;
  component: string;
}

const LONGEST = 80;

/** What the component is called, kept in the graph for everyone, and shown wherever it appears. */
export function LabelForm({ model, component }: LabelFormProps) {
  const labels = useLabels({ model });
  const known = labels.data?.find((each) => each.component === component);
  if (labels.error) return <ErrorBox error={labels.error} onRetry={() => void labels.refetch()} />;
  if (labels.isPending) return <Loading what="its label" />;
  return <Form key={known?.updatedAt} model={model} component={component} known={known} />;
}

function Form({ model, component, known }: LabelFormProps & { known: ComponentLabel | undefined }) {
  const [label, setLabel] = useState(known?.label ?? '');
  const [note, setNote] = useState(known?.note ?? '');
  const labelling = useLabelling(model, component);
  const changed = label !== (known?.label ?? '') || note !== (known?.note ?? '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    labelling.mutate({ label, ...(note.trim() !== '' && { note }) });
  };
  return (
    <form className="label-form" onSubmit={submit}>
      <label>
        Called{' '}
        <input
          value={label}
          maxLength={LONGEST}
          placeholder="what you call it"
          onChange={(event) => setLabel(event.target.value)}
        />
      </label>
      <label>
        Note{' '}
        <textarea
          rows={2}
          value={note}
          placeholder="what else there is to say of it"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" disabled={!changed || label.trim() === '' || labelling.isPending}>
        Save label
      </button>
      {known && (
        <button type="button" disabled={labelling.isPending} onClick={() => labelling.mutate(undefined)}>
          Remove label
        </button>
      )}
      {known && (
        <span className="hint">
          {known.by}, {when(known.updatedAt)}
        </span>
      )}
      {labelling.error && <ErrorBox error={labelling.error} />}
    </form>
  );
}
