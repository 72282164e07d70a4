// A sweep of a trace's prompt, in place of one of that id.
// params:
//   properties (map) those of :Sweep, id and trace among them
OPTIONAL MATCH (old:Sweep {id: $properties.id})
DETACH DELETE old
WITH count(*) AS removed
MATCH (t:Trace {id: $properties.trace})
CREATE (s:Sweep)-[:OF]->(t)
SET s = $properties, s.createdAt = datetime($properties.createdAt)
