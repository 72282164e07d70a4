import { useMutation } from '@tanstack/react-query';
import type { Api } from '../api/client';
import { useApi } from '../api/context';
import type { Trace } from '../api/types';
import { explains, requestFor, type Choice } from './choices';

/** As much of a prompt as the list is searched for. */
const SEARCHED = 200;
const MOST = 200;

export type Answer = { trace: string } | { job: string };

/** The trace that explains it: one that is there, or the job that makes it. */
export function useExplain(trace: Trace, onAnswer: (answer: Answer) => void) {
  const api = useApi();
  return useMutation({
    mutationFn: async (choice: Choice): Promise<Answer> => {
      const known = await found(api, trace, choice);
      return known === undefined
        ? { job: (await api.submit(requestFor(trace, choice))).id }
        : { trace: known };
    },
    onSuccess: onAnswer,
  });
}

/** A trace of the same model, prompt, position and target, with effects of the same kind. */
async function found(api: Api, trace: Trace, choice: Choice): Promise<string | undefined> {
  const query = Array.from(trace.prompt ?? '')
    .slice(0, SEARCHED)
    .join('');
  const { items } = await api.traces({ model: trace.model, query, limit: MOST });
  const alike = items.filter(
    (each) => each.prompt === trace.prompt && each.target === trace.target && explains(each, choice),
  );
  for (const { id } of alike) {
    const whole = await api.trace(id);
    if (
      whole.targetPosition === trace.targetPosition &&
      whole.effects === trace.effects &&
      idsOf(whole) === idsOf(trace)
    )
      return id;
  }
  return undefined;
}

// the same prompt may have been given another beginning
function idsOf(trace: Trace): string {
  return trace.tokens.map((token) => token.id).join(' ');
}
