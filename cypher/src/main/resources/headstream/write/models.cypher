// Ids of the models in the graph.
MATCH (m:Model) RETURN m.id AS id
