import { SCHEMA, type PropertySchema } from './graphSchema';

/** The graph's labels and relationships with their properties: what a statement can be made of. */
export function SchemaList() {
  return (
    <>
      <h3>Nodes</h3>
      <ul className="plain schema">
        {SCHEMA.nodes.map(({ label, about, properties }) => (
          <li key={label}>
            <Entry name={`:${label}`} about={about} properties={properties} />
          </li>
        ))}
      </ul>
      <h3>Relationships</h3>
      <ul className="plain schema">
        {SCHEMA.relationships.map(({ type, from, to, about, properties }) => (
          <li key={`${type} ${from.join()}`}>
            <Entry
              name={`:${type}`}
              about={`(${from.join(' or ')}) to (${to.join(' or ')}): ${about}`}
              properties={properties}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({ name, about, properties }: { name: string; about: string; properties: PropertySchema[] }) {
  return (
    <details>
      <summary className="code">{name}</summary>
      <p className="hint">{about}</p>
      <dl>
        {properties.map((property) => (
          <div key={property.name}>
            <dt>
              <code>{property.name}</code> {property.type.toLowerCase()}
            </dt>
            <dd className="hint">{property.about}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
