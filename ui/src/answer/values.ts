/** What a cell of a result can be, as the server wraps it (docs/api-contract.md). */

export interface GraphNode {
  id: string | number;
  labels: string[];
  properties: Record<string, unknown>;
}
export interface GraphRelationship {
  id: string | number;
  type: string;
  start: string | number;
  end: string | number;
  properties: Record<string, unknown>;
}

export type Cell =
  | { kind: 'null' }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'node'; node: GraphNode }
  | { kind: 'relationship'; relationship: GraphRelationship }
  | { kind: 'path'; nodes: GraphNode[]; relationships: GraphRelationship[] }
  | { kind: 'list'; items: Cell[] }
  | { kind: 'map'; value: Record<string, unknown> };

export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'string') return { kind: 'text', value };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(toCell) };
  if (typeof value !== 'object') return { kind: 'text', value: JSON.stringify(value) };
  const map = value as Record<string, unknown>;
  if (isRecord(map.$node)) return { kind: 'node', node: map.$node as unknown as GraphNode };
  if (isRecord(map.$relationship))
    return { kind: 'relationship', relationship: map.$relationship as unknown as GraphRelationship };
  if (isRecord(map.$path)) return pathCell(map.$path);
  return { kind: 'map', value: map };
}

/** In a path the nodes and relationships come bare or wrapped: both are read. */
function pathCell(path: Record<string, unknown>): Cell {
  const unwrap = (items: unknown, wrapper: string) =>
    (Array.isArray(items) ? items : []).map((item: unknown) =>
      isRecord(item) && isRecord(item[wrapper]) ? item[wrapper] : item,
    );
  return {
    kind: 'path',
    nodes: unwrap(path.nodes, '$node') as GraphNode[],
    relationships: unwrap(path.relationships, '$relationship') as GraphRelationship[],
  };
}

/** The trace and node that an :Activation belongs to, if the graph's node says. */
export function activationOf(node: GraphNode): { trace: string; node: string } | undefined {
  const { trace, node: id } = node.properties;
  return node.labels.includes('Activation') && typeof trace === 'string' && typeof id === 'string'
    ? { trace, node: id }
    : undefined;
}

/** A graph node in a few characters: what it is called, else what it is. */
export function nodeName(node: GraphNode): string {
  const { name, text, prompt, node: id } = node.properties;
  for (const candidate of [name, id, text, prompt]) if (typeof candidate === 'string') return candidate;
  const { id: key, index } = node.properties;
  return String([key, index].find((value) => typeof value === 'number') ?? node.id);
}

/** Where in the prompt an activation is: its name alone is that of the component. */
export function positionOf(node: GraphNode): number | undefined {
  const { position } = node.properties;
  return node.labels.includes('Activation') && typeof position === 'number' ? position : undefined;
}

/** The most telling label: what else it is besides :Activation. */
export function nodeKind(node: GraphNode): string {
  return node.labels.find((label) => label !== 'Activation') ?? node.labels[0] ?? 'node';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
