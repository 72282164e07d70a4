import { describe, expect, it } from 'vitest';
import { arrange } from './arrange';
import { connect, graphOf } from './resultGraph';

const node = (id: string, properties: object = {}) => ({ $node: { id, labels: ['Activation'], properties } });
const edge = (id: string, start: string, end: string) => ({ id, type: 'T', start, end, properties: {} });

describe('the graph of a result', () => {
  it('takes nodes and relationships from cells, lists, maps and paths, each once', () => {
    const graph = graphOf(
      [
        [node('a'), [node('b'), { deep: node('c') }]],
        [
          {
            $path: { nodes: [node('a'), node('d')], relationships: [{ $relationship: edge('r', 'a', 'd') }] },
          },
          7,
        ],
        [{ $relationship: edge('s', 'a', 'elsewhere') }, null],
      ],
      10,
    );
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(graph.relationships.map(({ id }) => id)).toEqual(['r']);
  });

  it('stops at the most, and says how many are left', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [node(String(i))]);
    const graph = graphOf(rows, 10);
    expect(graph.nodes).toHaveLength(10);
    expect(graph.left).toBe(2);
  });

  it('gains what else connects its nodes', () =>
    expect(
      connect(graphOf([[node('a'), node('b')]], 10), [edge('x', 'a', 'b'), edge('y', 'b', 'z')])
        .relationships,
    ).toEqual([edge('x', 'a', 'b')]));
});

describe('the arrangement', () => {
  const graph = connect(
    graphOf(
      [
        [node('low', { layer: 0, position: 0 })],
        [node('high', { layer: 5, position: 0 })],
        [node('right', { layer: 0, position: 9 })],
        [node('other')],
      ],
      10,
    ),
    [edge('x', 'low', 'other'), edge('y', 'other', 'low')],
  );
  const place = (id: string) => {
    const found = arrange(graph).nodes.find((placed) => placed.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it('is the same for the same result', () => expect(arrange(graph)).toEqual(arrange(graph)));
  it('has later layers above and later positions to the right', () => {
    expect(place('high').y).toBeLessThan(place('low').y);
    expect(place('right').x).toBeGreaterThan(place('low').x);
  });
  it('keeps everything within its size', () => {
    const { nodes, width, height } = arrange(graph);
    for (const { x, y } of nodes) {
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThan(height);
    }
  });
  it('bends relationships of the same two nodes apart', () =>
    expect(new Set(arrange(graph).lines.map(({ bend }) => bend)).size).toBe(2));
});
