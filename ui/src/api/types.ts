/** What the server sends and takes: docs/api-contract.md in types. A figure that does not exist is absent. */

export type Detail = 'stream' | 'heads' | 'neurons' | 'full';
/** What a flow can be drawn with; a trace of detail `full` is drawn with neurons. */
export type FlowDetail = Exclude<Detail, 'full'>;
export type NodeKind = 'residual' | 'head' | 'attention' | 'mlp' | 'neuron';
export type EdgeKind = 'stream' | 'attend' | 'head' | 'attention' | 'read' | 'mlp' | 'neuron';

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Model {
  id?: string;
  name: string;
  family: string;
  layers: number;
  heads: number;
  dModel: number;
  dMlp: number;
  vocabulary: number;
  context: number;
  parameters: number;
  dtype: string;
  source: string;
  revision?: string;
  tokenizer: boolean;
  default: boolean;
  inGraph: boolean;
}

export type Shares = 'l1' | 'l2';
export type Effects = 'logit' | 'probability' | 'none';

export interface JobRequest {
  model?: string;
  prompt: string;
  target?: string;
  distractor?: string;
  detail: Detail;
  /** the server's own defaults where absent */
  shares?: Shares;
  effects?: Effects;
  steps?: number;
  position?: number;
  tags?: string[];
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Job {
  id: string;
  kind: 'trace' | 'pull' | 'index';
  state: JobState;
  stage: string;
  done: number;
  total: number;
  /** how many prompts come before its next one, while it waits */
  place?: number;
  traces: string[];
  notes: string[];
  error?: string;
  /** what a pull brought */
  model?: string;
  createdAt: string;
}

export interface TraceSummary {
  id: string;
  model: string;
  modelName: string;
  prompt: string;
  target: string;
  distractor?: string;
  metric: 'logit' | 'logit_difference';
  metricValue: number;
  detail: Detail;
  createdAt: string;
  elapsed: number;
  coverage: number;
  tags: string[];
  prediction: { text: string; probability: number };
  positions: number;
  layers: number;
}

export interface WrittenToken {
  rank: number;
  text: string;
  token: number;
  logit: number;
  probability: number;
}

export interface Trace extends TraceSummary {
  tokens: { index: number; id: number; text: string }[];
  targetPosition: number;
  targetRank: number;
  targetProbability: number;
  predictions: WrittenToken[];
  counts: { nodes: number; relationships: number };
}

export interface FlowNode {
  id: string;
  kind: NodeKind;
  layer: number;
  position: number;
  name: string;
  head?: number;
  index?: number;
  site?: string;
  norm: number;
  share: number;
  influence: number;
  dla?: number;
  effect?: number;
  targetRank?: number;
  targetProbability?: number;
  topToken?: string;
}

export interface FlowEdge {
  source: string;
  target: string;
  kind: EdgeKind;
  share: number;
  weight?: number;
}

export interface Flow {
  trace: string;
  threshold: number;
  detail: FlowDetail;
  layers: number;
  positions: { index: number; text: string }[];
  targetPosition: number;
  nodes: FlowNode[];
  edges: FlowEdge[];
  total: { nodes: number; edges: number };
  cypher: string;
}

/** Who is served, and what they may do. */
export interface Session {
  /** the key's name; an address where there are no keys */
  name: string;
  role: 'read' | 'trace' | 'admin';
  /** whether the server asks for keys */
  keyed: boolean;
}

export interface Settings {
  boltUri?: string;
  /** address of a Neo4j Browser that opens the database */
  browser?: string;
}

export type { Activation, Part, TokenShift } from './activation';
export type * from './comparison';
export type * from './question';
export type { Sum, SumPart } from './sum';

/** A file that the server made. */
export interface ExportedFile {
  name: string;
  content: Blob;
  /** whether there are more rows than it has */
  truncated: boolean;
}
