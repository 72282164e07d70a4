// Edges of a circuit
// Which component feeds which in a circuit, the strongest edges first.
// group: Flow
// params:
//   circuit (string, default any) its name; the newest where nothing is said
//   component (string, default any) of edges into or out of this one, such as L3H2, L5.mlp, embed or logits
//   limit (integer, default 200) most rows
// columns:
//   rank (integer) 1 is the strongest
//   from (string) what writes
//   to (string) what reads
//   score (float) by EAP-IG: what cutting the edge alone would take from the metric, to first order
//   modelName (string) the name of the circuit's model
MATCH (c:Circuit)
WHERE $circuit IS NULL OR c.name = $circuit
WITH c ORDER BY c.createdAt DESC LIMIT 1
MATCH (m:Model {id: c.model})
MATCH (c)-[:HAS_NODE]->(a:CircuitNode)-[e:FEEDS]->(b:CircuitNode)
WHERE $component IS NULL OR a.name = $component OR b.name = $component
RETURN e.rank AS rank, a.name AS from, b.name AS to, e.score AS score, m.name AS modelName
ORDER BY rank
LIMIT $limit
