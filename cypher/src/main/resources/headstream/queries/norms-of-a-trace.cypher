// Norms of a trace
// What each norm at the target position makes less and more probable.
// group: Norms
// params:
//   trace (trace, default latest) id of the trace
//   rank (integer, default 5) the last rank that is shown
//   limit (integer, default 200) most rows
// columns:
//   node (string) the norm's id within the trace
//   layer (integer) its layer
//   site (string) ln1, ln2 or final
//   filters (list) tokens whose probability falls most
//   lifts (list) tokens whose probability rises most
//   fall (float) the largest fall
//   rise (float) the largest rise
MATCH (t:Trace {id: $trace})
MATCH (n:Normalized {trace: $trace}) WHERE n.position = t.targetPosition
CALL (n) {
  MATCH (n)-[f:FILTERS]->(k:Token) WHERE f.rank <= $rank
  WITH k, f ORDER BY f.rank
  RETURN collect(k.text) AS filters, max(f.before - f.after) AS fall
}
CALL (n) {
  MATCH (n)-[f:LIFTS]->(k:Token) WHERE f.rank <= $rank
  WITH k, f ORDER BY f.rank
  RETURN collect(k.text) AS lifts, max(f.after - f.before) AS rise
}
RETURN n.node AS node, n.layer AS layer, n.site AS site, filters, lifts, fall, rise
ORDER BY layer, CASE site WHEN 'ln1' THEN 0 WHEN 'ln2' THEN 1 ELSE 2 END
LIMIT $limit
