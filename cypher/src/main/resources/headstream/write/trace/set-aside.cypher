// Gives a trace another id, so that one of its own can be written in its place before it is removed, in the same transaction. What a transaction has
// removed it goes through at each of its look-ups, also those of tokens and neurons; what it has renamed it does not.
// params:
//   trace (trace) its id
//   aside (string) the id that it has until it is removed
// columns:
//   traces (integer) set aside
CALL () {
  MATCH (n:Activation {trace: $trace}) SET n.trace = $aside
}
CALL () {
  MATCH (p:Position {trace: $trace}) SET p.trace = $aside
}
CALL () {
  MATCH (n:HeadPattern {trace: $trace}) SET n.trace = $aside
}
CALL () {
  MATCH (n:HookPoint {trace: $trace}) SET n.trace = $aside
}
CALL () {
  MATCH (s:Sweep {trace: $trace}) SET s.trace = $aside
}
CALL () {
  MATCH (t:Trace {id: $trace}) SET t.id = $aside RETURN count(*) AS traces
}
RETURN traces
