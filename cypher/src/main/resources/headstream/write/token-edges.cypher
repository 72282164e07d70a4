// Relationships of one type from activations to tokens.
// $model: id; $type: WRITES, ERASES, SEEKS, OFFERS, LIFTS, FILTERS; $rows: [[start (element id), token (id), rank, logit, probability, before, after]], null where
// there is none
// A token that many write is looked up once.
UNWIND $rows AS row
WITH row[1] AS token, collect(row) AS rows
MATCH (k:Token {model: $model, id: token})
UNWIND rows AS row
MATCH (a) WHERE elementId(a) = row[0]
CREATE (a)-[:$($type) {rank: row[2], logit: row[3], probability: row[4], before: row[5], after: row[6]}]->(k)
