import { useId, useState, type ReactNode } from 'react';
import type { Bos, Effects, JobMetric, Shares } from '../api/types';
import { DETAIL_EXPLANATIONS, DETAILS } from './examples';
import { changes, DEFAULTS, positionOf, STEPS, stepsOf, tagsOf, type TraceOptions } from './options';

interface TraceOptionsFieldsProps {
  options: TraceOptions;
  onChange: (options: TraceOptions) => void;
  /** as it is typed: it belongs to one prompt, so it is not remembered */
  position: string;
  onPosition: (position: string) => void;
}

/** How the prompt is traced; what differs from the usual is told while it is closed. */
export function TraceOptionsFields({ options, onChange, position, onPosition }: TraceOptionsFieldsProps) {
  const id = useId();
  const [steps, setSteps] = useState(String(options.steps));
  const [tags, setTags] = useState(options.tags.join(', '));
  const changed = changes(options, position);
  const set = (part: Partial<TraceOptions>) => onChange({ ...options, ...part });
  const reset = () => {
    onChange(DEFAULTS);
    onPosition('');
    setSteps(String(DEFAULTS.steps));
    setTags('');
  };

  return (
    <details className="options">
      <summary>
        Options <span className="hint">{changed.length > 0 ? changed.join(', ') : 'as usual'}</span>
      </summary>
      <fieldset className="details">
        <legend>Detail</legend>
        {DETAILS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${id}-detail`}
              checked={options.detail === each}
              onChange={() => set({ detail: each })}
            />
            <span>{each}</span>
            <small>{DETAIL_EXPLANATIONS[each]}</small>
          </label>
        ))}
      </fieldset>
      <Field
        id={`${id}-metric`}
        label="Explains"
        help="The difference of two logits is what decides between two answers; the logit alone also has what raises both."
      >
        <select
          id={`${id}-metric`}
          aria-describedby={`${id}-metric-help`}
          value={options.metric}
          onChange={(event) => set({ metric: event.target.value as JobMetric })}
        >
          <option value="difference">a difference</option>
          <option value="logit">the logit alone</option>
        </select>
      </Field>
      <Field
        id={`${id}-shares`}
        label="Shares"
        help="How near a part is to its whole: in L1, or in L2, where few large elements count for more."
      >
        <select
          id={`${id}-shares`}
          aria-describedby={`${id}-shares-help`}
          value={options.shares}
          onChange={(event) => set({ shares: event.target.value as Shares })}
        >
          <option value="l1">L1</option>
          <option value="l2">L2</option>
        </select>
      </Field>
      <Field
        id={`${id}-effects`}
        label="Effects"
        help="What a component's effect is on: the target's logit (less the distractor's), or its probability. None leaves the gradients out, which is faster."
      >
        <select
          id={`${id}-effects`}
          aria-describedby={`${id}-effects-help`}
          value={options.effects}
          onChange={(event) => set({ effects: event.target.value as Effects })}
        >
          <option value="logit">logit</option>
          <option value="probability">probability</option>
          <option value="none">none</option>
        </select>
      </Field>
      <Field
        id={`${id}-steps`}
        label="Steps"
        help="1 takes the pass's own gradient; up to 64 average it on the way from a mean embedding (integrated gradients), each of them a pass more."
        problem={
          stepsOf(steps) === undefined ? `a whole number from ${STEPS.least} to ${STEPS.most}` : undefined
        }
      >
        <input
          id={`${id}-steps`}
          aria-describedby={`${id}-steps-help`}
          type="number"
          min={STEPS.least}
          max={STEPS.most}
          value={steps}
          disabled={options.effects === 'none'}
          onChange={(event) => {
            setSteps(event.target.value);
            const value = stepsOf(event.target.value);
            if (value !== undefined) set({ steps: value });
          }}
        />
      </Field>
      <Field
        id={`${id}-bos`}
        label="BOS"
        help="What is put before the prompt: what the tokenizer puts there unless the prompt begins with it, a BOS in any case, or nothing."
      >
        <select
          id={`${id}-bos`}
          aria-describedby={`${id}-bos-help`}
          value={options.bos}
          onChange={(event) => set({ bos: event.target.value as Bos })}
        >
          <option value="auto">as the tokenizer has it</option>
          <option value="add">add one</option>
          <option value="none">none</option>
        </select>
      </Field>
      <Field
        id={`${id}-position`}
        label="Position"
        help="Whose next token is explained, counted from 0; empty is the last."
        problem={positionOf(position) === undefined ? 'a whole number from 0' : undefined}
      >
        <input
          id={`${id}-position`}
          aria-describedby={`${id}-position-help`}
          type="number"
          min={0}
          placeholder="last"
          value={position}
          onChange={(event) => onPosition(event.target.value)}
        />
      </Field>
      <Field id={`${id}-tags`} label="Tags" help="To find and compare traces by, separated by commas.">
        <input
          id={`${id}-tags`}
          aria-describedby={`${id}-tags-help`}
          value={tags}
          placeholder="ioi, first try"
          onChange={(event) => {
            setTags(event.target.value);
            set({ tags: tagsOf(event.target.value) });
          }}
        />
      </Field>
      <p className="hint">
        All but the position are remembered in this browser.{' '}
        {changed.length > 0 && (
          <button type="button" className="link" onClick={reset}>
            Back to the usual
          </button>
        )}
      </p>
    </details>
  );
}

interface FieldProps {
  id: string;
  label: string;
  help: string;
  problem?: string | undefined;
  children: ReactNode;
}

function Field({ id, label, help, problem, children }: FieldProps) {
  return (
    <div className="option">
      <label htmlFor={id}>{label}</label>
      {children}
      <small id={`${id}-help`} className={problem ? 'wrong' : 'hint'} role={problem ? 'alert' : undefined}>
        {problem ?? help}
      </small>
    </div>
  );
}
