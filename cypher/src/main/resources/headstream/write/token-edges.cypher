// Relationships of one type from activations to tokens.
// $model: id; $type: WRITES, ERASES, SEEKS, OFFERS, LIFTS, FILTERS; $rows: [[start (element id), token (id), rank, logit, probability, before, after]], null where
// there is none
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row[0]
MATCH (k:Token {model: $model, id: row[1]})
CREATE (a)-[:$($type) {rank: row[2], logit: row[3], probability: row[4], before: row[5], after: row[6]}]->(k)
