// Relationships of one type from activations to tokens.
// $model: id; $type: WRITES, ERASES, SEEKS, OFFERS, LIFTS, FILTERS; $rows: [{start (element id), token (id), properties}]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (k:Token {model: $model, id: row.token})
CREATE (a)-[r:$($type)]->(k)
SET r = row.properties
