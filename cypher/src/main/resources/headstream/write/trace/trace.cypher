// The trace itself. createdAt may be a date and time or its ISO 8601 text; it is stored as a date and time.
// params:
//   properties (map) those of :Trace, id and model (an id) among them
// columns:
//   id (string) the node's element id
MATCH (m:Model {id: $properties.model})
CREATE (t:Trace)-[:OF]->(m)
SET t = $properties, t.createdAt = datetime(toString($properties.createdAt))
RETURN elementId(t) AS id
