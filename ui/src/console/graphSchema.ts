import { SCHEMA_TEXT } from '../api/generated/graph';

export interface PropertySchema {
  name: string;
  type: string;
  about: string;
}
export interface NodeSchema {
  label: string;
  about: string;
  properties: PropertySchema[];
}
export interface RelationshipSchema {
  type: string;
  from: string[];
  to: string[];
  about: string;
  properties: PropertySchema[];
}
export interface GraphSchema {
  nodes: NodeSchema[];
  relationships: RelationshipSchema[];
}

const NODE = /^\((\w+)\)\s+(.*)$/;
const RELATIONSHIP = /^\(([\w|]+)\)-\[(\w+)\]->\(([\w|]+)\)\s*(.*)$/;
const PROPERTY = /^\s+(\w+)\s+((?:LIST OF |ZONED |LOCAL )?[A-Z]+)\s*(.*)$/;

/** The file that docs/schema.md is made from, and that a test holds real traces to. */
export function parseSchema(source: string): GraphSchema {
  const schema: GraphSchema = { nodes: [], relationships: [] };
  let open: PropertySchema[] = [];
  for (const line of source.split('\n')) {
    const node = NODE.exec(line);
    const relationship = RELATIONSHIP.exec(line);
    const property = PROPERTY.exec(line);
    if (relationship) {
      const [, from = '', type = '', to = '', about = ''] = relationship;
      open = [];
      schema.relationships.push({ type, from: from.split('|'), to: to.split('|'), about, properties: open });
    } else if (node) {
      const [, label = '', about = ''] = node;
      open = [];
      schema.nodes.push({ label, about, properties: open });
    } else if (property) {
      const [, name = '', type = '', about = ''] = property;
      open.push({ name, type, about });
    }
  }
  return schema;
}

export const SCHEMA: GraphSchema = parseSchema(SCHEMA_TEXT);
