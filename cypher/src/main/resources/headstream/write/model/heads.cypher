// The model's heads, at its first registration.
// params:
//   model (string) id
//   rows (list) [{layer, head, name}]
MATCH (m:Model {id: $model})
UNWIND $rows AS row
MERGE (h:Head {model: $model, layer: row.layer, head: row.head})
SET h.name = row.name
MERGE (m)-[:HAS_HEAD]->(h)
