// Says of head outputs and memory values which head they are a use of.
// params:
//   model (string) id
//   rows (list) [[start (element id), layer, head]]
UNWIND $rows AS row
WITH row[1] AS layer, row[2] AS head, collect(row[0]) AS starts
MATCH (h:Head {model: $model, layer: layer, head: head})
UNWIND starts AS start
MATCH (a) WHERE elementId(a) = start
CREATE (a)-[:OF]->(h)
