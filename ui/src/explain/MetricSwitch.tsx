import { useId, useState, type SyntheticEvent } from 'react';
import type { Trace } from '../api/types';
import { ErrorBox } from '../common/States';
import { JobWatch } from '../prompt/JobWatch';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { visibleToken } from '../tokens/tokenText';
import { choicesOf, explained, nameOf, type Choice } from './choices';
import { useExplain } from './useExplain';

const OTHER = 'other';

interface MetricSwitchProps {
  trace: Trace;
  route: TraceRoute;
}

/** What the story explains, and the same prompt with something else explained: of a trace that is there, or of one that is made. */
export function MetricSwitch({ trace, route }: MetricSwitchProps) {
  const id = useId();
  const [picked, setPicked] = useState('0');
  const [token, setToken] = useState('');
  const [job, setJob] = useState<string>();
  const ask = useExplain(trace, (answer) =>
    'job' in answer ? setJob(answer.job) : navigate(sameView(route, answer.trace)),
  );
  const choices = choicesOf(trace);
  const choice: Choice | undefined =
    picked === OTHER
      ? token === '' || token === trace.target
        ? undefined
        : { of: 'difference', distractor: token }
      : choices[Number(picked)]?.choice;
  const busy = ask.isPending || job !== undefined;
  const alone = explained(trace).of === 'alone';
  const compared = choices.find((each) => each.choice.of === 'difference');
  const explain = (asked: Choice) => {
    setJob(undefined);
    ask.mutate(asked);
  };

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (choice && !busy) explain(choice);
  };
  return (
    <>
      <form className="explains" onSubmit={onSubmit}>
        <label htmlFor={`${id}-what`}>explains</label>
        <select
          id={`${id}-what`}
          value={picked}
          disabled={busy}
          onChange={(event) => setPicked(event.target.value)}
        >
          {choices.map(({ name }, i) => (
            <option key={name} value={i}>
              {name}
            </option>
          ))}
          <option value={OTHER}>{visibleToken(trace.target)} rather than another token…</option>
        </select>
        {picked === OTHER && (
          <>
            <input
              aria-label="Another token"
              value={token}
              placeholder="a leading space matters"
              disabled={busy}
              onChange={(event) => setToken(event.target.value)}
              spellCheck={false}
            />
            {token !== '' && (
              <output className="hint">
                {token === trace.target ? 'the target itself' : `read as ${visibleToken(token)}`}
              </output>
            )}
          </>
        )}
        {picked !== '0' && (
          <button type="submit" disabled={choice === undefined || busy}>
            Explain
          </button>
        )}
      </form>
      {alone && compared && (
        <p className="note" role="note">
          This is told of the logit of {visibleToken(trace.target)} alone, so also of what raises other tokens
          as much.{' '}
          <button type="button" className="primary" disabled={busy} onClick={() => explain(compared.choice)}>
            Why {nameOf(trace, compared.choice)}
          </button>
        </p>
      )}
      {ask.isPending && (
        <p className="hint" role="status">
          Looking for a trace of it…
        </p>
      )}
      {ask.error && <ErrorBox error={ask.error} />}
      {job !== undefined && (
        <JobWatch
          key={job}
          id={job}
          opens={(made) => sameView(route, made)}
          onClose={() => setJob(undefined)}
        />
      )}
    </>
  );
}

/** What is selected and opened is there in the other trace too, as it is of the same pass; where the reader had moved to is not. */
function sameView({ camera: _, ...rest }: TraceRoute, trace: string): TraceRoute {
  return { ...rest, id: trace };
}
