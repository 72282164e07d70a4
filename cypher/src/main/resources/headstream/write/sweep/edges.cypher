// What cutting edges of a circuit does: on each edge's reader, with the name of what it reads of. Nothing where the circuit has gone.
// params:
//   sweep (string) its id
//   rows (list) [{from, to, change, metric, rank, probability}], names of nodes
MATCH (s:Sweep {id: $sweep})
UNWIND $rows AS row
MATCH (n:CircuitNode {circuit: s.circuit, name: row.to})
CREATE (s)-[:MEASURED {sender: row.from, change: row.change, metric: row.metric, rank: row.rank, probability: row.probability}]->(n)
