import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, type SyntheticEvent } from 'react';
import { useApi } from '../api/context';
import { ErrorBox } from '../common/States';
import { JobProgress } from './JobProgress';
import { ended, useJob } from './useJob';

/** Brings a model from the hub, or from a folder of the server's, and chooses it. */
export function AddModel({ onAdded }: { onAdded: (name: string) => void }) {
  const api = useApi();
  const client = useQueryClient();
  const id = useId();
  const [source, setSource] = useState('');
  const [job, setJob] = useState<string>();
  const [added, setAdded] = useState<string>();
  const finish = (name: string) => {
    setAdded(name);
    setSource('');
    // chosen once the list has it, so that the choice is never one that is not there
    void client.invalidateQueries({ queryKey: ['models'] }).then(() => onAdded(name));
  };
  const add = useMutation({
    mutationFn: () => api.addModel(source.trim()),
    onSuccess: (answer) => ('state' in answer ? setJob(answer.id) : finish(answer.name)),
  });
  const [busy, setBusy] = useState(false);

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (source.trim() === '' || busy) return;
    setAdded(undefined);
    setJob(undefined);
    add.mutate();
  };

  return (
    <details className="add-model">
      <summary>Add a model</summary>
      <form onSubmit={onSubmit} className="form">
        <label htmlFor={`${id}-source`}>Hugging Face id, or a folder on the server</label>
        <div className="beside">
          <input
            id={`${id}-source`}
            value={source}
            placeholder="openai-community/gpt2"
            aria-describedby={`${id}-hint`}
            onChange={(event) => setSource(event.target.value)}
            spellCheck={false}
            autoCapitalize="none"
          />
          <button type="submit" disabled={source.trim() === '' || add.isPending || busy}>
            Add
          </button>
        </div>
        <p id={`${id}-hint`} className="hint">
          Another revision is openai-community/gpt2@refs/pr/3. Only config, tokenizer and safetensors are
          downloaded.
        </p>
      </form>
      {add.isPending && <p role="status">Adding {source}…</p>}
      {add.error && <ErrorBox error={add.error} />}
      {job && <PullWatch key={job} id={job} onBusy={setBusy} onDone={finish} />}
      <p role="status">{added && `${added} is there.`}</p>
    </details>
  );
}

interface PullWatchProps {
  id: string;
  onBusy: (busy: boolean) => void;
  onDone: (name: string) => void;
}

function PullWatch({ id, onBusy, onDone }: PullWatchProps) {
  const { job, away, error, left } = useJob(id);
  const busy = error === undefined && !(job && ended(job));
  const model = job?.state === 'done' ? job.model : undefined;
  useEffect(() => onBusy(busy), [busy, onBusy]);
  useEffect(() => {
    if (model !== undefined) onDone(model);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the job is done
  }, [model]);
  if (error) return <ErrorBox error={error} />;
  if (!job || job.state === 'done') return null;
  if (job.state === 'failed') {
    return <ErrorBox error={new Error(job.error ?? 'It failed without saying why; the log has more.')} />;
  }
  if (job.state === 'cancelled')
    return <p role="status">Cancelled: what has come is kept for the next time.</p>;
  return <JobProgress job={job} away={away} left={left} />;
}
