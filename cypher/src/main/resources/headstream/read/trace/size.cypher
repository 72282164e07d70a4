// How much of a trace is in the graph, to be held against what it says of itself.
// params:
//   trace (trace) its id
// columns:
//   nodes (integer) that are its own
//   relationships (integer) that are its own
CALL () {
  MATCH (n:Activation {trace: $trace}) RETURN count(n) AS activations, sum(COUNT { (n)-->() }) AS out
}
CALL () {
  MATCH (p:Position {trace: $trace}) RETURN count(p) AS positions, sum(COUNT { (p)-->() }) AS prompt
}
CALL () {
  MATCH (n:HeadPattern {trace: $trace}) RETURN count(n) AS patterns, sum(COUNT { (n)-->() }) AS heads
}
CALL () {
  MATCH (n:HookPoint {trace: $trace}) RETURN count(n) AS points
}
MATCH (t:Trace {id: $trace})
RETURN activations + positions + patterns + points + 1 AS nodes, out + prompt + heads + COUNT { (t)-[:OF|HAS_POSITION|PREDICTS]->() } AS relationships
