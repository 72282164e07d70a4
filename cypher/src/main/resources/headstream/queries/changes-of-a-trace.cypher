// Changes of a trace
// The changed passes that are compared with a trace, and what the changes did to the metric.
// group: Comparison
// params:
//   trace (trace, default latest) id of the trace of the pass as it is, or of a changed one
//   limit (integer, default 50) most rows
// columns:
//   changed (trace) id of the changed pass's trace
//   kind (string) what was done
//   components (list) to what
//   positions (string) at which positions
//   strength (float) the factor, or what the vector was multiplied by
//   metric (float) the metric in the changed pass
//   change (float) that less the metric of the pass as it is
MATCH (a:Trace {id: $trace})
CALL (a) {
  MATCH (a)-[i:INTERVENES_ON]->(:Trace) RETURN a AS t, i
  UNION ALL
  MATCH (t:Trace)-[i:INTERVENES_ON]->(a) RETURN t, i
}
RETURN t.id AS changed, i.kind AS kind, i.components AS components, i.positions AS positions, i.strength AS strength,
       t.metricValue AS metric, i.change AS change
ORDER BY abs(change) DESC, changed, kind
LIMIT $limit
