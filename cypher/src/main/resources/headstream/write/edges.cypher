// Relationships of one type between activations. Sorted by start, they go in faster.
// $type: AFFECTS, ADDS_TO, ATTENDED_BY, READ_BY; $rows: [{start, end (element ids), properties}]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (b) WHERE elementId(b) = row.end
CREATE (a)-[r:$($type)]->(b)
SET r = row.properties
