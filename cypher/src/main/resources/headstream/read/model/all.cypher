// The models in the graph, by name.
// columns:
//   properties (map) a model's
MATCH (m:Model)
RETURN properties(m) AS properties
ORDER BY m.name
