// Says of head outputs and memory values which head they are a use of.
// $model: id; $rows: [[start (element id), layer, head]]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row[0]
MATCH (h:Head {model: $model, layer: row[1], head: row[2]})
CREATE (a)-[:OF]->(h)
