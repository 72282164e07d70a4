// The model's neurons, at its first registration; of an imported trace those that it names, without their norms.
// params:
//   model (string) id
//   rows (list) [{layer, index, name, norm?}]
MATCH (m:Model {id: $model})
UNWIND $rows AS row
MERGE (n:Neuron {model: $model, layer: row.layer, index: row.index})
SET n.name = row.name, n.norm = coalesce(row.norm, n.norm)
MERGE (m)-[:HAS_NEURON]->(n)
