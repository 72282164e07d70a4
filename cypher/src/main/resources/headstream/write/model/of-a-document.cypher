// The model of an imported trace: the graph's own, or as much of it as the trace tells.
// params:
//   properties (map) those of :Model, id among them
// columns:
//   properties (map) as they are now
MERGE (m:Model {id: $properties.id})
ON CREATE SET m += $properties, m.partial = true
RETURN properties(m) AS properties
