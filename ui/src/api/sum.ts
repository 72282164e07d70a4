import type { Part } from './activation';

/** A whole and its parts in order: each begins where the one before ended, and the last ends at the total. */
export interface Sum {
  of: 'logit' | 'logit_difference' | 'dla' | 'share';
  total: number;
  parts: SumPart[];
  cypher: string;
}

/** Without a node it is `remainder`, what is not stored, or `constant`, what the final norm and b_U add. */
export interface SumPart {
  node?: Part['node'];
  name: string;
  value: number;
  start: number;
  end: number;
}
