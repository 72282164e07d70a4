export type Parameters = Record<string, unknown>;

export type ParameterType =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'token'
  | 'trace'
  | 'model'
  | 'head'
  | 'neuron'
  | 'tag'
  | 'position';

export interface QueryParameter {
  name: string;
  type: ParameterType;
  /** all that a string may be; absent where it is free */
  choices?: string[];
  default?: unknown;
  explanation: string;
  required: boolean;
}

export interface NamedQuery {
  name: string;
  group: string;
  title: string;
  explanation: string;
  parameters: QueryParameter[];
  columns: { name: string; type: string; explanation: string }[];
  statement: string;
}

/** What a field may be filled with: GET /api/completions. */
export interface Completion {
  value: string;
  label: string;
  detail?: string;
}

export interface Result {
  columns: string[];
  rows: unknown[][];
  truncated: boolean;
  elapsedMs: number;
  notifications?: Notification[];
}

/** What the database remarks on a statement it ran. */
export interface Notification {
  severity?: string;
  title?: string;
  description?: string;
  code?: string;
  position?: { line: number; column: number };
}

/** An operator of the database's plan, and what feeds it. */
export interface Plan {
  operator: string;
  arguments: Record<string, unknown>;
  identifiers: string[];
  children: Plan[];
}
