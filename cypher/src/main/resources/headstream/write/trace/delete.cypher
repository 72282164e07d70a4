// Removes a trace and all that is its own, in one transaction; weights and tokens stay. Also clears away what is
// left of a trace whose :Trace was never written.
// params:
//   trace (trace) its id
// columns:
//   traces (integer) removed
//   positions (integer) removed
//   activations (integer) removed
CALL () {
  MATCH (n:Activation {trace: $trace}) DETACH DELETE n RETURN count(*) AS activations
}
CALL () {
  MATCH (p:Position {trace: $trace}) DETACH DELETE p RETURN count(*) AS positions
}
CALL () {
  MATCH (n:HeadPattern {trace: $trace}) DETACH DELETE n RETURN count(*) AS patterns
}
CALL () {
  MATCH (n:HookPoint {trace: $trace}) DETACH DELETE n RETURN count(*) AS points
}
CALL () {
  MATCH (s:Sweep {trace: $trace}) DETACH DELETE s RETURN count(*) AS sweeps
}
CALL () {
  MATCH (t:Trace {id: $trace}) DETACH DELETE t RETURN count(*) AS traces
}
RETURN traces, positions, activations
