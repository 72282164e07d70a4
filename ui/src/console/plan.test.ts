import { describe, expect, it } from 'vitest';
import { accessOf, identifiersOf } from './plan';

const plan = (operator: string, identifiers: string[] = []) => ({
  operator,
  identifiers,
  arguments: {},
  children: [],
});

describe('how an operator reads', () => {
  it.each([
    ['AllNodesScan@neo4j', 'scan'],
    ['NodeByLabelScan', 'scan'],
    ['PartitionedNodeByLabelScan', 'scan'],
    ['DirectedAllRelationshipsScan', 'scan'],
    ['UndirectedRelationshipTypeScan', 'scan'],
    ['NodeIndexSeek', 'index'],
    ['NodeUniqueIndexSeek', 'index'],
    ['NodeIndexContainsScan', 'index'],
    ['NodeByElementIdSeek', 'index'],
    ['NodeCountFromCountStore', 'index'],
    ['CartesianProduct', 'product'],
    ['Expand(All)', 'other'],
    ['EagerAggregation', 'other'],
  ])('%s: %s', (operator, access) => expect(accessOf(plan(operator))).toBe(access));

  it('leaves out names that the planner made up', () =>
    expect(identifiersOf(plan('Filter', ['h', 'anon_0', 'UNNAMED12']))).toEqual(['h']));
});
