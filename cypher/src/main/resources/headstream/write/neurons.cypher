// The model's neurons, at its first registration.
// $model: id; $rows: [{layer, index, name, norm}]
MATCH (m:Model {id: $model})
UNWIND $rows AS row
CREATE (m)-[:HAS_NEURON]->(n:Neuron {model: $model, layer: row.layer, index: row.index, name: row.name, norm: row.norm})
