import type { NamedQuery, Parameters, QueryParameter } from '../api/types';
import type { ConsoleRoute } from '../route/route';

/** A trace parameter's default, which stands for the newest trace. */
export const LATEST = 'latest';

/** What stands in a query's fields, by parameter name. */
export type Texts = Record<string, string>;

/** First what the link says, then the current trace and model, then the query's own default. */
export function textsOf(query: NamedQuery, route: ConsoleRoute): Texts {
  return Object.fromEntries(
    query.parameters.map((parameter) => {
      const given =
        route.parameters?.[parameter.name] ?? current(parameter, query, route) ?? parameter.default;
      return [parameter.name, text(given)];
    }),
  );
}

/** Only the first field of a kind is filled from what is current: comparing a trace with itself says little. */
function current(parameter: QueryParameter, query: NamedQuery, route: ConsoleRoute): unknown {
  const first = query.parameters.find((other) => other.type === parameter.type);
  if (first?.name !== parameter.name) return undefined;
  if (parameter.type === 'trace') return route.trace;
  if (parameter.type === 'model' && parameter.required) return route.model;
  return undefined;
}

/** Fields as the typed values that the server expects; an empty optional one is left to its default. */
export function parametersOf(query: NamedQuery, texts: Texts): { value: Parameters; problems: string[] } {
  const problems: string[] = [];
  const value: Parameters = {};
  for (const parameter of query.parameters) {
    const given = texts[parameter.name] ?? '';
    if (given === '') {
      if (parameter.required && parameter.default === undefined)
        problems.push(`${parameter.name} is needed: ${parameter.explanation}.`);
      continue;
    }
    if (parameter.type === 'integer' || parameter.type === 'position' || parameter.type === 'float') {
      const number = Number(given);
      const whole = parameter.type !== 'float';
      const good = whole ? Number.isSafeInteger(number) : Number.isFinite(number);
      if (good) value[parameter.name] = number;
      else
        problems.push(`${parameter.name} must be ${whole ? 'a whole number' : 'a number'}, not '${given}'.`);
    } else if (parameter.type === 'boolean') {
      value[parameter.name] = given === 'true';
    } else {
      value[parameter.name] = given;
    }
  }
  return { value, problems };
}

function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
