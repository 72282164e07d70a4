import { JOB_REQUEST_EFFECTS, JOB_REQUEST_SHARES } from '../api/generated/words';
import type { JobRequest, Trace, TraceSummary } from '../api/types';
import { textOfTokens, visibleToken } from '../tokens/tokenText';

/** What is explained of a target: its logit alone, or the difference to a distractor's, which the tracer proposes where it has none. */
export type Choice = { of: 'alone' } | { of: 'difference'; distractor?: string };

export interface NamedChoice {
  name: string;
  choice: Choice;
}

/** What the trace explains. */
export function explained(trace: Pick<TraceSummary, 'distractor'>): Choice {
  return trace.distractor === undefined
    ? { of: 'alone' }
    : { of: 'difference', distractor: trace.distractor };
}

/** What may be explained of the trace's target, what it explains first. */
export function choicesOf(trace: TraceSummary): NamedChoice[] {
  const { distractor, proposedDistractor: proposed } = trace;
  // an answer of several tokens: nothing is proposed for it
  if (trace.metric === 'log_probability')
    return [{ choice: { of: 'alone' }, name: nameOf(trace, { of: 'alone' }) }];
  const difference: Choice[] = [distractor, proposed]
    .filter((each, i, all) => each !== undefined && all.indexOf(each) === i)
    .map((each) => ({ of: 'difference', ...(each !== undefined && { distractor: each }) }));
  // traces of before propose nothing: the tracer does, when it is asked
  if (difference.length === 0) difference.push({ of: 'difference' });
  const alone: Choice = { of: 'alone' };
  const all = distractor === undefined ? [alone, ...difference] : [...difference, alone];
  return all.map((choice) => ({ choice, name: nameOf(trace, choice) }));
}

/** "␣Mary rather than ␣John (proposed)". */
export function nameOf(trace: TraceSummary, choice: Choice): string {
  const target = visibleToken(trace.target);
  if (choice.of === 'alone') return `${target} alone`;
  if (choice.distractor === undefined) return `${target} rather than a token that is proposed`;
  const proposed = choice.distractor === trace.proposedDistractor ? ' (proposed)' : '';
  return `${target} rather than ${visibleToken(choice.distractor)}${proposed}`;
}

/** Whether another trace of the same prompt explains it. */
export function explains(trace: TraceSummary, choice: Choice): boolean {
  if (choice.of === 'alone') return trace.distractor === undefined;
  return (
    trace.distractor !== undefined && trace.distractor === (choice.distractor ?? trace.proposedDistractor)
  );
}

/** The same again, but for what is explained. */
export function requestFor(trace: Trace, choice: Choice): JobRequest {
  const { model, targetPosition, detail, tags } = trace;
  const shares = JOB_REQUEST_SHARES.find((each) => each === trace.shares);
  const effects = JOB_REQUEST_EFFECTS.find((each) => each === trace.effects);
  return {
    model,
    ...textOf(trace),
    ...answerOf(trace, choice),
    ...(targetPosition !== undefined && { position: targetPosition }),
    ...(detail && { detail }),
    ...(shares && { shares }),
    ...(effects && { effects }),
    ...(trace.steps !== undefined && trace.steps > 1 && effects !== 'none' && { steps: trace.steps }),
    ...(tags.length > 0 && { tags }),
    ...(choice.of === 'alone'
      ? { metric: 'logit' }
      : choice.distractor === undefined
        ? { metric: 'difference' }
        : {}),
  };
}

/** What is explained, and what it is compared with: of an answer of several tokens by their ids. */
function answerOf(
  { target, answer }: Trace,
  choice: Choice,
): Pick<JobRequest, 'target' | 'targetTokens' | 'distractor' | 'distractorTokens'> {
  const other = choice.of === 'difference' ? choice.distractor : undefined;
  if (answer === undefined)
    return { ...(target !== undefined && { target }), ...(other !== undefined && { distractor: other }) };
  const others = answer.flatMap(({ distractor }) => (distractor === undefined ? [] : [distractor]));
  return {
    targetTokens: answer.map(({ id }) => id),
    ...(other !== undefined && { distractorTokens: others }),
  };
}

/** What was given: where the prompt is nothing but its tokens, or something was done to it, these, as the tokenizer would add others. */
function textOf(trace: Trace): Pick<JobRequest, 'prompt' | 'tokens'> {
  const { prompt = '', tokens, notes, answer, targetPosition } = trace;
  const asked = answer ? tokens.filter(({ index }) => index <= (targetPosition ?? index)) : tokens;
  const written = textOfTokens(asked.map((token) => token.text));
  return prompt === '' || prompt === written || notes.length > 0
    ? { tokens: asked.map((token) => token.id) }
    : { prompt };
}
