// The model of an imported trace: the graph's own, or as much of it as the trace tells.
// $properties: those of :Model, id among them
MERGE (m:Model {id: $properties.id})
ON CREATE SET m += $properties, m.partial = true
RETURN properties(m) AS properties
