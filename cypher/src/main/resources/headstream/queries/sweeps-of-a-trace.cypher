// Sweeps of a trace
// What was gone through in a trace's prompt, one component after the other, the newest first; what each measured is asked by its id.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 50) most rows
// columns:
//   sweep (string) its id
//   of (string) heads, mlps, resid_pre, neurons or edges
//   circuit (string) of edges: the name of the circuit that they are of
//   kind (string) what was done to each
//   put (string) what was put in its place, in words; null where it was zero
//   positions (string) all, target, or those that are listed
//   metric (float) of the pass as it is
//   measurements (integer) how many
//   partial (boolean) whether it was cancelled before it had gone through all
//   createdAt (string) when it began
MATCH (s:Sweep {trace: $trace})
OPTIONAL MATCH (c:Circuit {id: s.circuit})
RETURN s.id AS sweep, s.of AS of, c.name AS circuit, s.kind AS kind, s.put AS put, s.positions AS positions, s.metricValue AS metric,
       s.measurements AS measurements, coalesce(s.partial, false) AS partial, toString(s.createdAt) AS createdAt
ORDER BY createdAt DESC, sweep
LIMIT $limit
