// What a sweep measured
// What changing each component did to the metric, by the newest sweep of a trace's prompt; what changes most comes first. Of residual states the
// layer is that of resid_pre, so that layers and positions make the matrix of activation patching; of a circuit's edges it is that of what reads.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   of (string of heads|mlps|resid_pre|neurons|edges, default any) what was gone through
//   sweep (string, default any) id of the sweep, where it is not the newest
//   limit (integer, default 50) most rows
// columns:
//   component (string) the head, neuron, MLP, residual state or edge
//   layer (integer) its layer
//   index (integer) a head's or neuron's index in its layer
//   position (integer) of a residual state, its position
//   kind (string) what was done to it
//   change (float) the metric after it less that of the pass as it is
//   metric (float) the metric after it
//   rank (integer) the target's rank after it
//   probability (float) the target's probability after it
MATCH (s:Sweep {trace: $trace})
WHERE ($of IS NULL OR s.of = $of) AND ($sweep IS NULL OR s.id = $sweep)
WITH s ORDER BY s.createdAt DESC LIMIT 1
MATCH (s)-[m:MEASURED]->(n)
WITH s, m, n, CASE WHEN s.of = 'resid_pre' AND n.site <> 'embed' THEN n.layer + 1 ELSE n.layer END AS layer
RETURN CASE s.of WHEN 'mlps' THEN 'L' + n.layer + '.mlp' WHEN 'resid_pre' THEN 'resid_pre L' + layer + ' P' + m.position
         WHEN 'edges' THEN m.sender + ' to ' + n.name ELSE n.name END AS component,
       layer, CASE WHEN s.of <> 'edges' THEN coalesce(n.head, n.index) END AS index, m.position AS position, s.kind AS kind, m.change AS change, m.metric AS metric, m.rank AS rank, m.probability AS probability
ORDER BY abs(change) DESC, component
LIMIT $limit
