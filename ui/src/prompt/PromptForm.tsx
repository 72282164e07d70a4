import { useMutation } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useApi } from '../api/context';
import { useModels } from '../api/hooks';
import type { JobRequest } from '../api/types';
import { ErrorBox } from '../common/States';
import type { TracesRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { visibleToken } from '../tokens/tokenText';
import { AddModel } from './AddModel';
import { ChatFields, type Chat } from './ChatFields';
import { ModelRemarks } from './ModelRemarks';
import { ModelSelect } from './ModelSelect';
import { EXAMPLES } from './examples';
import { rememberModels } from './offeredModel';
import { useOfferedModel } from './useOfferedModel';
import {
  askedOf,
  comparisonOf,
  DEFAULTS,
  keepOptions,
  positionOf,
  readOptions,
  requestOf,
  type TraceOptions,
} from './options';
import { TraceOptionsFields } from './TraceOptionsFields';

export function PromptForm({ route }: { route: TracesRoute }) {
  const api = useApi();
  const id = useId();
  const models = useModels();
  const [chosen, setChosen] = useState<string>();
  const offered = useOfferedModel(models.data);
  const [prompt, setPrompt] = useState('');
  const [target, setTarget] = useState('');
  const [distractor, setDistractor] = useState('');
  const [chat, setChat] = useState<Chat>();
  const [options, setOptions] = useState(readOptions);
  const [position, setPosition] = useState('');
  const at = positionOf(position);
  const alone = options.metric === 'logit';
  const submit = useMutation({
    mutationFn: (request: JobRequest) => api.submit(request),
    onSuccess: (job) => navigate({ ...route, job: job.id }),
  });

  const traceable = models.data?.filter((each) => each.problem === undefined) ?? [];
  const model = chosen ?? offered;
  const chats = traceable.find((each) => each.name === model)?.chat === true;
  const chatting = chats ? chat : undefined;
  // without a model the server takes its default, so nobody waits for the list
  const ready = prompt.trim() !== '' && at !== undefined && !submit.isPending;

  const send = () => {
    if (!ready) return;
    rememberModels(models.data ?? [], model);
    submit.mutate({
      ...(model && { model }),
      ...askedOf(prompt, chatting),
      ...requestOf(chatting ? { ...options, bos: DEFAULTS.bos } : options, at === 'last' ? undefined : at),
      ...(target && { target }),
      ...comparisonOf(options.metric, distractor),
    });
  };
  const change = (changed: TraceOptions) => {
    setOptions(changed);
    keepOptions(changed);
  };
  const onAdded = (name: string) => {
    setChosen(name);
    rememberModels(models.data ?? [], name);
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const fill = (example: (typeof EXAMPLES)[number]) => {
    setPrompt(example.prompt);
    setTarget(example.target ?? '');
    setDistractor(example.distractor ?? '');
  };

  return (
    <section aria-labelledby={`${id}-title`} className="panel">
      <h1 id={`${id}-title`}>Trace a prompt</h1>
      {models.error && <ErrorBox error={models.error} onRetry={() => void models.refetch()} />}
      <div className="form">
        <label htmlFor={`${id}-model`}>Model</label>
        <ModelSelect
          id={`${id}-model`}
          models={models.data}
          value={model}
          onChange={setChosen}
          onKeyDown={onKeyDown}
        />
      </div>
      <AddModel onAdded={onAdded} />
      <ModelRemarks models={models.data ?? []} chosen={model} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter from any field of the form */}
      <form onSubmit={onSubmit} onKeyDown={onKeyDown} className="form">
        <label htmlFor={`${id}-prompt`}>{chatting ? 'Message' : 'Prompt'}</label>
        <textarea
          id={`${id}-prompt`}
          rows={3}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
          spellCheck={false}
        />
        {chats && <ChatFields chat={chat} onChange={setChat} />}
        <ul className="examples" aria-label="Examples">
          {EXAMPLES.map((example) => (
            <li key={example.prompt}>
              <button type="button" className="chip" onClick={() => fill(example)}>
                {example.prompt}
              </button>
            </li>
          ))}
        </ul>
        <div className="pair">
          <TokenField
            id={`${id}-target`}
            label="Target"
            value={target}
            onChange={setTarget}
            placeholder="the predicted token"
          />
          <TokenField
            id={`${id}-distractor`}
            label="Distractor"
            value={alone ? '' : distractor}
            onChange={setDistractor}
            placeholder={alone ? 'none: the logit alone' : 'proposed from the prompt'}
            disabled={alone}
          />
        </div>
        <p className="hint">
          {alone
            ? 'The logit of the target is explained (options).'
            : 'Why target rather than distractor: the difference of their logits is explained.'}{' '}
          A leading space matters, and an answer of several tokens is explained as a whole.
        </p>
        <TraceOptionsFields
          options={options}
          onChange={change}
          position={position}
          onPosition={setPosition}
        />
        {submit.error && <ErrorBox error={submit.error} />}
        <div className="actions">
          <button type="submit" className="primary" disabled={!ready}>
            Trace
          </button>
          <span className="hint">Ctrl+Enter</span>
        </div>
      </form>
    </section>
  );
}

interface TokenFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  disabled?: boolean;
}

function TokenField({ id, label, value, onChange, placeholder, disabled = false }: TokenFieldProps) {
  return (
    <div>
      <label htmlFor={id}>
        {label} <span className="hint">optional</span>
      </label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={false}
      />
      {value && <output className="hint">read as {visibleToken(value)}</output>}
    </div>
  );
}
