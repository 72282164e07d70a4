// The neurons that the graph has of a model, but those of which only an imported trace told.
// params:
//   model (string) id
// columns:
//   name (string) such as L3N17
MATCH (n:Neuron {model: $model}) WHERE n.layer IS NOT NULL AND n.index IS NOT NULL // so that the index serves
WITH n WHERE n.norm IS NOT NULL
RETURN n.name AS name
