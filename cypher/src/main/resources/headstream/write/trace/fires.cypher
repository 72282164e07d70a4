// A layer's strongest neurons at the target position, from its mlp_out to the neurons.
// params:
//   model (string) id
//   rows (list) [[start (element id), layer, index, rank, strength, activation]]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row[0]
MATCH (n:Neuron {model: $model, layer: row[1], index: row[2]})
CREATE (a)-[:FIRES {rank: row[3], strength: row[4], activation: row[5]}]->(n)
