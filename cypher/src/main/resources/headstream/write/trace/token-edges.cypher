// Relationships of one type from activations to tokens. A token that many write is looked up once.
// params:
//   model (string) id
//   type (string) WRITES, ERASES, SEEKS, OFFERS, LIFTS or FILTERS
//   rows (list) [[start (element id), token (id), rank, logit, probability, before, after]], null where there is none
UNWIND $rows AS row
WITH row[1] AS token, collect(row) AS rows
MATCH (k:Token {model: $model, id: token})
UNWIND rows AS row
MATCH (a) WHERE elementId(a) = row[0]
CREATE (a)-[:$($type) {rank: row[2], logit: row[3], probability: row[4], before: row[5], after: row[6]}]->(k)
