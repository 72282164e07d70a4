/** The answer of GET /api/compare. A figure that a side has not stored is absent, never 0. */

export type CompareBy = 'components' | 'positions' | 'attention' | 'tokens';

/** Of a set of traces; of a single trace an amount is a number. */
export interface Summary {
  mean: number;
  spread?: number;
  count: number;
}
export type Amount = number | Summary;

export interface ComparedFigure {
  left?: Amount;
  right?: Amount;
  /** right minus left; of sets, of the means */
  difference?: number;
  /** of sets: Cohen's d */
  effectSize?: number;
}

export interface ComparedRow {
  name: string;
  kind: 'residual' | 'head' | 'attention' | 'neuron' | 'mlp' | 'bias' | 'token';
  layer?: number;
  head?: number;
  index?: number;
  site?: string;
  /** of two traces: the pair of the alignment */
  pair?: number;
  /** of sets: positions before the target */
  before?: number;
  /** of two traces: its id in either */
  left?: string;
  right?: string;
  figures: Partial<Record<string, ComparedFigure>>;
}

export interface AlignedToken {
  index: number;
  id: number;
  text: string;
}

export interface AlignedPair {
  left?: AlignedToken;
  right?: AlignedToken;
  same: boolean;
  target: boolean;
}

export interface ComparedTrace {
  id: string;
  model: string;
  modelName: string;
  prompt: string;
  target: string;
  distractor?: string;
  metric: string;
  metricValue: number;
  targetPosition: number;
  layers: number;
  detail: string;
  tags: string[];
}

export interface ComparedSide {
  name: string;
  traces: number;
  trace?: ComparedTrace;
}

export interface Comparison {
  left: ComparedSide;
  right: ComparedSide;
  by: CompareBy;
  sort?: string;
  notes: string[];
  alignment?: AlignedPair[];
  predictions: ComparedRow[];
  rows: ComparedRow[];
  truncated: boolean;
  cypher: string;
  parameters: Record<string, unknown>;
}

export interface CompareQuestion {
  left: string;
  right: string;
  by: CompareBy;
  sort?: string | undefined;
  kind?: string | undefined;
  component?: string | undefined;
  limit?: number;
}
