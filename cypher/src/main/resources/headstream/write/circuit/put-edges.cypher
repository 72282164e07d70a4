// A circuit's edges.
// params:
//   circuit (string) its id
//   rows (list) [{from, to, score, rank}], names of nodes
UNWIND $rows AS row
MATCH (a:CircuitNode {circuit: $circuit, name: row.from})
MATCH (b:CircuitNode {circuit: $circuit, name: row.to})
CREATE (a)-[:FEEDS {score: row.score, rank: row.rank}]->(b)
