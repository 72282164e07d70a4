import type { Detail } from '../api/types';

/** What the sample model does well: names moved from context, capitals, opposites, sequences, copying. */
export const EXAMPLES: readonly { prompt: string; target?: string; distractor?: string }[] = [
  {
    prompt: 'When Mary and John went to the store, John gave a drink to',
    target: ' Mary',
    distractor: ' John',
  },
  { prompt: 'The capital of Japan is the city of' },
  { prompt: 'The opposite of hot is' },
  { prompt: 'one, two, three, four,' },
  { prompt: 'apple river stone apple river' },
];

export const DETAILS: readonly Detail[] = ['stream', 'heads', 'neurons', 'full'];

export const DETAIL_EXPLANATIONS: Record<Detail, string> = {
  stream: 'Residual states, attention and MLP outputs only: smallest and fastest.',
  heads: 'Also the heads, and the positions they attend to.',
  neurons: 'Also the strongest neurons of every MLP, at most 32 each. The default.',
  full: 'Heads and neurons that make up 95% of everything: many times larger.',
};
