// What setting heads and MLPs to zero did to the metric, by the newest sweeps of a trace's prompt at all positions or at the target position.
// params:
//   trace (trace) its id
// columns:
//   component (string) the head or MLP
//   change (float) the metric after it less that of the pass as it is
//   positions (string) all or target
MATCH (s:Sweep {trace: $trace})
WHERE s.kind = 'zero' AND s.of IN ['heads', 'mlps'] AND s.positions IN ['all', 'target']
WITH s ORDER BY s.positions, s.createdAt DESC
WITH s.of AS of, collect(s)[0] AS s
MATCH (s)-[m:MEASURED]->(n)
RETURN CASE of WHEN 'heads' THEN n.name ELSE 'L' + n.layer + '.mlp' END AS component, m.change AS change, s.positions AS positions
