// The model's heads, at its first registration.
// $model: id; $rows: [{layer, head, name}]
MATCH (m:Model {id: $model})
UNWIND $rows AS row
CREATE (m)-[:HAS_HEAD]->(h:Head {model: $model, layer: row.layer, head: row.head, name: row.name})
