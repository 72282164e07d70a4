// Whether anything has been traced.
// columns:
//   found (boolean) whether it is so
RETURN EXISTS { MATCH (:Trace) } AS found
