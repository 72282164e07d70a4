import { describe, expect, it } from 'vitest';
import { toCsv, toJson } from './csv';
import { activationOf, nodeKind, nodeName, toCell, type GraphNode } from '../answer/values';

const head: GraphNode = {
  id: 7,
  labels: ['Activation', 'HeadOutput'],
  properties: { trace: 't1', node: 'L4P14.H5', head: 5 },
};
const token: GraphNode = { id: 8, labels: ['Token'], properties: { id: 518, text: ' Mary' } };
const writes = { id: 1, type: 'WRITES', start: 7, end: 8, properties: { rank: 1 } };

describe('toCell', () => {
  it('tells graph values from plain ones', () => {
    expect(toCell({ $node: head })).toEqual({ kind: 'node', node: head });
    expect(toCell({ $relationship: writes })).toEqual({ kind: 'relationship', relationship: writes });
    expect(toCell(null)).toEqual({ kind: 'null' });
    expect(toCell(true)).toEqual({ kind: 'text', value: 'true' });
    expect(toCell({ a: 1 })).toEqual({ kind: 'map', value: { a: 1 } });
    expect(toCell([1, ' a'])).toEqual({
      kind: 'list',
      items: [
        { kind: 'number', value: 1 },
        { kind: 'text', value: ' a' },
      ],
    });
  });
  it('keeps integers beyond 2^53 as the text they come as', () =>
    expect(toCell('9007199254740993')).toEqual({ kind: 'text', value: '9007199254740993' }));
  it('reads paths with bare and with wrapped members', () => {
    const path = { kind: 'path', nodes: [head, token], relationships: [writes] };
    expect(toCell({ $path: { nodes: [head, token], relationships: [writes] } })).toEqual(path);
    expect(
      toCell({
        $path: { nodes: [{ $node: head }, { $node: token }], relationships: [{ $relationship: writes }] },
      }),
    ).toEqual(path);
  });
});

describe('graph nodes', () => {
  it('are called by what names them', () => {
    expect(nodeName(head)).toBe('L4P14.H5');
    expect(nodeName(token)).toBe(' Mary');
    expect(nodeName({ id: 3, labels: [], properties: {} })).toBe('3');
    expect(nodeKind(head)).toBe('HeadOutput');
  });
  it('lead to the trace where they are activations, and nowhere else', () => {
    expect(activationOf(head)).toEqual({ trace: 't1', node: 'L4P14.H5' });
    expect(activationOf(token)).toBeUndefined();
    expect(activationOf({ ...head, properties: { trace: 't1' } })).toBeUndefined();
  });
});

describe('downloads', () => {
  const result = {
    columns: ['node', 'text', 'value'],
    rows: [
      [{ $node: token }, 'say "a", b', 1.5],
      [null, 'two\nlines', [1, 2]],
    ],
    truncated: false,
    elapsedMs: 1,
  };
  it('quote in CSV what needs it, also spaces that matter', () =>
    expect(toCsv(result)).toBe('node,text,value\r\n" Mary","say ""a"", b",1.5\r\n,"two\nlines","[1,2]"\r\n'));
  it('name the columns in JSON', () => expect(JSON.parse(toJson(result))).toHaveLength(2));
});
