// Says of head outputs and memory values which head they are a use of.
// $model: id; $rows: [{start (element id), layer, head}]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (h:Head {model: $model, layer: row.layer, head: row.head})
CREATE (a)-[:OF]->(h)
