import type { FlowNode, WrittenToken } from './types';

/** One addend or reader of an activation; `node.kind` may be one the flow never draws (bias, memory value). */
export interface Part {
  node: Omit<FlowNode, 'kind' | 'share' | 'influence' | 'norm'> &
    Partial<Pick<FlowNode, 'share' | 'influence' | 'norm'>> & { kind: string };
  type: 'ADDS_TO' | 'ATTENDED_BY' | 'READ_BY' | 'AFFECTS';
  share?: number;
  weight?: number;
  dla?: number;
  effect?: number;
  via?: string;
  rank?: number;
  norm?: number;
}

/** A token whose probability a norm changes. */
export interface TokenShift {
  text: string;
  rank: number;
  before: number;
  after: number;
}

export interface Activation extends Omit<FlowNode, 'kind' | 'share' | 'influence' | 'norm'> {
  kind: string;
  norm?: number;
  share?: number;
  influence?: number;
  labels: string[];
  text: string;
  component?: string;
  remainder?: number;
  remainderDla?: number;
  activation?: number;
  strength?: number;
  entropy?: number;
  writes: WrittenToken[];
  erases: WrittenToken[];
  seeks: WrittenToken[];
  offers: WrittenToken[];
  lifts: TokenShift[];
  filters: TokenShift[];
  inputs: Part[];
  outputs: Part[];
  cypher: string;
}
