// Whether there is a trace of that id.
// params:
//   trace (trace) its id
// columns:
//   found (boolean) whether it is so
RETURN EXISTS { MATCH (:Trace {id: $trace}) } AS found
