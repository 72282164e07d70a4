import type { Sum, SumPart, Trace } from '../api/types';
import { percent, signed } from '../common/format';
import { nodeTitle } from '../flow/describe';
import { shorten, visibleToken } from '../tokens/tokenText';

/** What a step is called; of an attention term also whose token it takes. */
export function stepName({ node, name }: SumPart, trace: Trace): string {
  if (!node) return name === 'remainder' ? 'remainder, not kept' : name;
  if (node.kind !== 'memory') return nodeTitle(node);
  const token = trace.tokens.find(({ index }) => index === node.position);
  return `from ${node.position} ${shorten(visibleToken(token?.text ?? ''), 12)}`;
}

export function sumTitle(of: Sum['of'], trace: Trace, whole: string | undefined): string {
  switch (of) {
    case 'logit':
      return `the logit of ${visibleToken(trace.target)}`;
    case 'logit_difference':
      return `the logit of ${visibleToken(trace.target)} minus that of ${visibleToken(trace.distractor ?? '')}`;
    case 'log_probability':
      return `the log probability of ${visibleToken(trace.target)}`;
    case 'dla':
      return `the direct logit attribution of ${whole ?? 'the whole'}`;
    case 'share':
      return `${whole ?? 'the whole'}, by shares`;
  }
}

export function amount(of: Sum['of'], value: number): string {
  return of === 'share' ? percent(value) : signed(value);
}
