// What cutting a circuit's edges really took from the metric: means over the traces with a sweep of them, of each its newest. Such count as ask for the
// circuit's metric and cut edges as its search did.
// params:
//   circuit (string) its id
// columns:
//   from (string) what writes
//   to (string) what reads
//   measured (float) the mean of what the metric lost
//   traces (integer) of how many
MATCH (c:Circuit {id: $circuit})
MATCH (s:Sweep {of: 'edges'})-[:OF]->(t:Trace)
WHERE s.circuit = c.id AND t.metric = c.metric AND s.kind = CASE c.ablation WHEN 'corrupted' THEN 'patch' ELSE c.ablation END
WITH t, s ORDER BY s.createdAt DESC
WITH t, collect(s)[0] AS s
MATCH (s)-[d:MEASURED]->(b:CircuitNode)
RETURN d.sender AS from, b.name AS to, avg(-d.change) AS measured, count(*) AS traces
