// How far heads of one layer copy, and which tokens most.
// params:
//   model (string) id
//   layer (integer) theirs
//   rows (list) [{head, copyingScore, copies: [{token (id), rank, logit}]}]
UNWIND $rows AS row
MATCH (h:Head {model: $model, layer: $layer, head: row.head})
SET h.copyingScore = row.copyingScore
WITH h, row
CALL (h, row) {
  UNWIND row.copies AS t
  MATCH (k:Token {model: $model, id: t.token})
  CREATE (h)-[:COPIES {rank: t.rank, logit: t.logit}]->(k)
}
