// What heads do at all positions, each with its head.
// params:
//   model (string) id
//   rows (list) [all properties of :HeadPattern]
UNWIND $rows AS row
MATCH (h:Head {model: $model, layer: row.layer, head: row.head})
CREATE (n:HeadPattern)-[:OF]->(h)
SET n = row
