// What changing heads does.
// params:
//   sweep (string) its id
//   model (string) id
//   rows (list) [{layer, number, change, metric, rank, probability}]
MATCH (s:Sweep {id: $sweep})
UNWIND $rows AS row
MATCH (h:Head {model: $model, layer: row.layer, head: row.number})
CREATE (s)-[:MEASURED {change: row.change, metric: row.metric, rank: row.rank, probability: row.probability}]->(h)
