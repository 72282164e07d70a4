// Edges whose cut hurts most
// Edges of a circuit by what the metric really loses where each alone is cut, beside the score that estimates it to first order: mean and spread over
// the traces with a sweep of them, of each its newest. Such count as ask for the circuit's metric and cut edges as its search did.
// group: Flow
// params:
//   circuit (string, default any) its name; the newest where nothing is said
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 1000) the newest sweeps that are looked at
//   limit (integer, default 50) most rows
// columns:
//   from (string) what writes
//   to (string) what reads
//   measured (float) mean of what the metric lost
//   score (float) by EAP-IG: the same to first order, over the prompts that the circuit was found with
//   rank (integer) by that score; 1 is the strongest
//   spread (float) standard deviation of what the metric lost
//   traces (integer) traces that these are means of
//   modelName (string) the name of the circuit's model
MATCH (c:Circuit)
WHERE $circuit IS NULL OR c.name = $circuit
WITH c ORDER BY c.createdAt DESC LIMIT 1
MATCH (m:Model {id: c.model})
MATCH (s:Sweep {of: 'edges'})-[:OF]->(t:Trace)
WHERE s.circuit = c.id AND t.metric = c.metric AND s.kind = CASE c.ablation WHEN 'corrupted' THEN 'patch' ELSE c.ablation END
  AND ($tag IS NULL OR $tag IN t.tags)
WITH c, m, s, t ORDER BY s.createdAt DESC LIMIT $sample
WITH c, m, t, collect(s)[0] AS s
MATCH (s)-[d:MEASURED]->(b:CircuitNode)
WITH c, m, b, d.sender AS sender, avg(-d.change) AS measured, stDevP(d.change) AS spread, count(*) AS traces
MATCH (a:CircuitNode {circuit: c.id, name: sender})-[e:FEEDS]->(b)
RETURN a.name AS from, b.name AS to, measured, e.score AS score, e.rank AS rank, spread, traces, m.name AS modelName
ORDER BY measured DESC, rank
LIMIT $limit
