// Relationships of one type between activations. Rows are lists, which go over the wire twice as fast as maps; sorted by start, they go in faster.
// params:
//   type (string) AFFECTS, ADDS_TO, ATTENDED_BY or READ_BY
//   rows (list) [[start, end (element ids), share, rank, norm, weight, dla, effect, via]], null where there is none
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row[0]
MATCH (b) WHERE elementId(b) = row[1]
CREATE (a)-[:$($type) {share: row[2], rank: row[3], norm: row[4], weight: row[5], dla: row[6], effect: row[7], via: row[8]}]->(b)
