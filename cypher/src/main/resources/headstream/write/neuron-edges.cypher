// Says of neuron activations which neuron they are a use of.
// $model: id; $rows: [{start (element id), layer, index}]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (n:Neuron {model: $model, layer: row.layer, index: row.index})
CREATE (a)-[:OF]->(n)
