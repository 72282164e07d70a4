import { describe, expect, it } from 'vitest';
import { parameterNames, typedParameters, typedValue } from './statementParameters';

describe('parameterNames', () => {
  it.each([
    ['RETURN $a, $b, $a', ['a', 'b']],
    ['RETURN \'$no\' + "$neither" + $yes', ['yes']],
    ['RETURN 1 // $no\n/* $nor\n$this */ + $yes', ['yes']],
    ["RETURN 'it\\'s $no', $yes", ['yes']],
    ['MATCH (n:`$no`) RETURN $`odd name`', ['odd name']],
    ['RETURN $größe, $1', ['größe', '1']],
    ['RETURN 1', []],
  ])('of %j are %j', (statement, names) => expect(parameterNames(statement)).toEqual(names));
});

describe('typedValue', () => {
  it.each([
    ['" Mary"', ' Mary', 'string'],
    ['5', 5, 'integer'],
    ['-0.5e-3', -0.0005, 'float'],
    ['true', true, 'boolean'],
    ['[1, " a"]', [1, ' a'], 'list'],
    ['{"a": null}', { a: null }, 'map'],
    ['null', null, 'null'],
  ])('%s is %j, %s', (text, value, type) => expect(typedValue(text)).toEqual({ value, type }));

  it.each([
    ['Mary', /double quotes/],
    ['', /needs a value/],
    ['9007199254740993', /2\^53/],
  ])('%j says what is wrong', (text, problem) =>
    expect(typedValue(text)).toEqual({ problem: expect.stringMatching(problem) as string }),
  );
});

describe('typedParameters', () => {
  it('takes the fields that the statement names, and names those that are wrong', () =>
    expect(typedParameters(['a', 'b'], { a: '1', b: 'x', c: '2' })).toEqual({
      value: { a: 1 },
      problems: { b: expect.stringContaining('b is not JSON') as string },
    }));
});
