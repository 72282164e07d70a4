// What a circuit's edges join.
// params:
//   circuit (string) its id
//   model (string) id
//   rows (list) [{name, kind, layer, head (null where it is no head)}]
MATCH (c:Circuit {id: $circuit})
UNWIND $rows AS row
CREATE (c)-[:HAS_NODE]->(n:CircuitNode)
SET n = row, n.circuit = $circuit
WITH n, row WHERE row.head IS NOT NULL
MATCH (h:Head {model: $model, layer: row.layer, head: row.head})
CREATE (n)-[:IS]->(h)
