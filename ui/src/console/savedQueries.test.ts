import { afterEach, describe, expect, it } from 'vitest';
import { fromFile, toFile } from './savedQueries';
import { forget, remember } from './statementHistory';

const query = { name: 'mine', statement: 'RETURN $x', parameters: { x: [1, ' a'] } };

describe('saved queries', () => {
  it('come back from their file', () => expect(fromFile(toFile([query]))).toEqual([query]));
  it.each([
    ['no JSON', /not JSON/],
    ['[1]', /no saved queries/],
    ['{"format":"headstream-queries","version":2,"queries":[]}', /version 2/],
    ['{"format":"headstream-queries","version":1,"queries":[{"name":"a"}]}', /Query 1 of this file has no/],
  ])('%s is refused with a reason', (text, reason) => expect(() => fromFile(text)).toThrow(reason));
});

describe('the history', () => {
  const kept = () =>
    JSON.parse(localStorage.getItem('headstream.history') ?? '[]') as { statement: string }[];
  afterEach(() => localStorage.clear());

  it('has each question once, the newest first, with its parameters', () => {
    remember({ statement: 'RETURN $x', parameters: { x: 1 } });
    remember({ statement: 'RETURN $x', parameters: { x: 2 } });
    remember({ statement: 'RETURN $x', parameters: { x: 1 } });
    expect(kept()).toMatchObject([{ parameters: { x: 1 } }, { parameters: { x: 2 } }]);
    forget({ statement: 'RETURN $x', parameters: { x: 1 }, at: '' });
    expect(kept()).toHaveLength(1);
  });

  it('reads what the first version kept', () => {
    localStorage.setItem('headstream.history', '["RETURN 1", 7]');
    remember({ statement: 'RETURN 2', parameters: {} });
    expect(kept().map(({ statement }) => statement)).toEqual(['RETURN 2', 'RETURN 1']);
  });
});
