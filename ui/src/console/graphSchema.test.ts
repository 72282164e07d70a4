import { describe, expect, it } from 'vitest';
import { SCHEMA } from './graphSchema';
import { editorSchema } from './schema';

describe('the schema', () => {
  it('is the one that docs/schema.md is made from', () => {
    const trace = SCHEMA.nodes.find(({ label }) => label === 'Trace');
    expect(trace?.properties).toContainEqual({ name: 'id', type: 'STRING', about: 'its id' });
    expect(trace?.properties.map(({ name }) => name)).toContain('createdAt');
    const writes = SCHEMA.relationships.find(({ type }) => type === 'WRITES');
    expect(writes?.from).toContain('HeadOutput');
    expect(writes?.to).toEqual(['Token']);
    expect(writes?.properties.map(({ name }) => name)).toEqual(['rank', 'logit', 'probability']);
  });

  it('gives the editor every label, type and property once', () => {
    const { labels, relationshipTypes, propertyKeys, parameters } = editorSchema(['trace']);
    for (const [list, some] of [
      [labels, [':Activation', ':MemoryValue']],
      [relationshipTypes, [':AFFECTS', ':SEEKS', ':COPIES']],
      [propertyKeys, ['dla', 'copyingScore', 'via']],
    ] as const) {
      expect(list).toEqual(expect.arrayContaining([...some]));
      expect(new Set(list).size).toBe(list.length);
    }
    expect(parameters).toEqual(['$trace']);
  });
});
