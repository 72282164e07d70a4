// Where estimate and measurement disagree most
// Heads and MLPs of a trace whose effect, which is first order, says something else than what setting them to zero really did to the metric.
// Of sweeps at all positions the effects at all positions are summed, of those at the target position it is that one's.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 25) most rows
// columns:
//   component (string) the head or MLP
//   layer (integer) its layer
//   estimate (float) the change of the metric by its effect: minus it
//   measured (float) the change of the metric in the sweep
//   difference (float) measured less estimate
MATCH (t:Trace {id: $trace})
MATCH (s:Sweep {trace: $trace})-[m:MEASURED]->(n)
WHERE s.kind = 'zero' AND s.of IN ['heads', 'mlps'] AND s.positions IN ['all', 'target']
WITH t, s, m, n ORDER BY s.createdAt DESC
WITH t, s.positions AS positions, s.of AS of, n, collect(m)[0] AS m
OPTIONAL MATCH (p:HeadPattern {trace: $trace}) WHERE of = 'heads' AND p.layer = n.layer AND p.head = n.head
WITH t, positions, of, n, m, CASE of WHEN 'heads' THEN p.effect ELSE n.effect END AS effects
WHERE effects IS NOT NULL
WITH of, n, m, -CASE positions WHEN 'target' THEN effects[t.targetPosition] ELSE reduce(sum = 0.0, e IN effects | sum + e) END AS estimate
RETURN CASE of WHEN 'heads' THEN n.name ELSE 'L' + n.layer + '.mlp' END AS component, n.layer AS layer, estimate, m.change AS measured,
       m.change - estimate AS difference
ORDER BY abs(difference) DESC, component
LIMIT $limit
