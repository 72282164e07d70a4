// A model of which some heads, neurons and tokens are about to be written: the graph's own, or a partial one until write/model/model.
// params:
//   properties (map) those of :Model, id among them
// columns:
//   properties (map) as they are now
MERGE (m:Model {id: $properties.id})
ON CREATE SET m += $properties, m.partial = true
RETURN properties(m) AS properties
