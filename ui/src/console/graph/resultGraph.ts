import { toCell, type Cell, type GraphNode, type GraphRelationship } from '../../answer/values';

export interface ResultGraph {
  nodes: GraphNode[];
  relationships: GraphRelationship[];
  /** nodes beyond the most that are drawn */
  left: number;
}

/** The nodes and relationships that rows hold, in lists, maps and paths too; each once, in the order of the rows. */
export function graphOf(rows: readonly (readonly unknown[])[], most: number): ResultGraph {
  const nodes = new Map<string, GraphNode>();
  const relationships = new Map<string, GraphRelationship>();
  let left = 0;

  const add = (node: GraphNode) => {
    const id = String(node.id);
    if (nodes.has(id)) return;
    if (nodes.size < most) nodes.set(id, node);
    else left++;
  };
  const visit = (cell: Cell): void => {
    if (cell.kind === 'node') add(cell.node);
    else if (cell.kind === 'relationship') relationships.set(String(cell.relationship.id), cell.relationship);
    else if (cell.kind === 'path') {
      cell.nodes.forEach(add);
      for (const relationship of cell.relationships) relationships.set(String(relationship.id), relationship);
    } else if (cell.kind === 'list') cell.items.forEach(visit);
    else if (cell.kind === 'map') Object.values(cell.value).forEach((value) => visit(toCell(value)));
  };
  for (const row of rows) for (const value of row) visit(toCell(value));
  return {
    nodes: [...nodes.values()],
    relationships: between(nodes, [...relationships.values()]),
    left,
  };
}

/** With more relationships; what ends outside the graph is left out. */
export function connect(graph: ResultGraph, more: readonly GraphRelationship[]): ResultGraph {
  const known = new Map(
    [...graph.relationships, ...more].map((relationship) => [String(relationship.id), relationship]),
  );
  const ids = new Map(graph.nodes.map((node) => [String(node.id), node]));
  return { ...graph, relationships: between(ids, [...known.values()]) };
}

function between(nodes: Map<string, GraphNode>, relationships: GraphRelationship[]): GraphRelationship[] {
  return relationships.filter(({ start, end }) => nodes.has(String(start)) && nodes.has(String(end)));
}
