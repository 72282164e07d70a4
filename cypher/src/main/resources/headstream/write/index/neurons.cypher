// What neurons of one layer promote, suppress and detect.
// params:
//   model (string) id
//   layer (integer) theirs
//   rows (list) [{index, entropy, promotes, suppresses, detects: [{token (id), rank, logit}]}]
UNWIND $rows AS row
MATCH (n:Neuron {model: $model, layer: $layer, index: row.index})
SET n.entropy = row.entropy
WITH n, row
CALL (n, row) {
  UNWIND row.promotes AS t
  MATCH (k:Token {model: $model, id: t.token})
  CREATE (n)-[:PROMOTES {rank: t.rank, logit: t.logit}]->(k)
}
CALL (n, row) {
  UNWIND row.suppresses AS t
  MATCH (k:Token {model: $model, id: t.token})
  CREATE (n)-[:SUPPRESSES {rank: t.rank, logit: t.logit}]->(k)
}
CALL (n, row) {
  UNWIND row.detects AS t
  MATCH (k:Token {model: $model, id: t.token})
  CREATE (n)-[:DETECTS {rank: t.rank, logit: t.logit}]->(k)
}
