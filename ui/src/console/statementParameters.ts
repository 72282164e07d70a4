import type { Parameters } from '../api/types';

/** What is no code: texts, quoted names that are no parameters, comments. */
const NOT_CODE = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|(?<!\$)`(?:``|[^`])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const PARAMETER = /\$(?:`((?:``|[^`])+)`|([\p{L}_][\p{L}\p{N}_]*|\d+))/gu;

/** The parameters that a statement names, in order, each once. */
export function parameterNames(statement: string): string[] {
  const code = statement.replace(NOT_CODE, ' ');
  return [...new Set([...code.matchAll(PARAMETER)].map(([, quoted, plain]) => quoted ?? plain ?? ''))];
}

export type ValueType = 'string' | 'integer' | 'float' | 'boolean' | 'list' | 'map' | 'null';

export type Typed = { value: unknown; type: ValueType } | { problem: string };

/** A field's JSON as the value that is sent. A browser's numbers have no 5.0: it arrives as the integer 5. */
export function typedValue(text: string): Typed {
  if (text.trim() === '') return { problem: 'needs a value, such as " Mary", 5 or null' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'is not JSON; a text stands in double quotes, as " Mary" does' };
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return { problem: 'is beyond 2^53, where a browser rounds; write it into the statement' };
  return { value, type: typeOf(value) };
}

function typeOf(value: unknown): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'float';
    default:
      return 'map';
  }
}

/** The values of these fields, or which of them are wrong. */
export function typedParameters(
  names: readonly string[],
  texts: Readonly<Record<string, string>>,
): { value: Parameters; problems: Record<string, string> } {
  const value: Parameters = {};
  const problems: Record<string, string> = {};
  for (const name of names) {
    const typed = typedValue(texts[name] ?? '');
    if ('problem' in typed) problems[name] = `${name} ${typed.problem}.`;
    else value[name] = typed.value;
  }
  return { value, problems };
}

export function textsOfValues(parameters: Parameters): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, JSON.stringify(value)]));
}
