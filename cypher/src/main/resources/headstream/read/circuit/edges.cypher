// A circuit's edges, strongest first.
// params:
//   circuit (string) its id
// columns:
//   from (string) what writes
//   to (string) what reads
//   score (float) by EAP-IG
//   rank (integer) 1 is the strongest
MATCH (a:CircuitNode {circuit: $circuit})-[e:FEEDS]->(b:CircuitNode)
RETURN a.name AS from, b.name AS to, e.score AS score, e.rank AS rank
ORDER BY e.rank
