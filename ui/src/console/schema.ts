import { FUNCTIONS, PROCEDURES } from './cypherFunctions';
import { SCHEMA } from './graphSchema';

const unique = (names: string[]) => [...new Set(names)];

const LABELS = unique(SCHEMA.nodes.map((node) => `:${node.label}`));
const TYPES = unique(SCHEMA.relationships.map((relationship) => `:${relationship.type}`));
const KEYS = unique(
  [...SCHEMA.nodes, ...SCHEMA.relationships].flatMap(({ properties }) => properties.map(({ name }) => name)),
);

/** What the editor completes with. */
export function editorSchema(parameters: readonly string[]) {
  return {
    labels: LABELS,
    relationshipTypes: TYPES,
    propertyKeys: KEYS,
    functions: Object.entries(FUNCTIONS).map(([name, signature]) => ({ name, signature })),
    procedures: Object.entries(PROCEDURES).map(([name, signature]) => ({
      name,
      signature,
      returnItems: [],
    })),
    parameters: parameters.map((name) => `$${name}`),
  };
}
