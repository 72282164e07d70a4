// Says of neuron activations which neuron they are a use of.
// params:
//   model (string) id
//   rows (list) [[start (element id), layer, index]]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row[0]
MATCH (n:Neuron {model: $model, layer: row[1], index: row[2]})
CREATE (a)-[:OF]->(n)
