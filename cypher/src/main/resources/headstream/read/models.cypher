// The models in the graph, by name.
MATCH (m:Model)
RETURN properties(m) AS properties
ORDER BY m.name
