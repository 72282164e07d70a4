// Heads at some positions that attend to one key with at least the weight.
// params:
//   trace (trace) its id
//   positions (list) of the heads' outputs
//   weight (float) 0 to 1
// columns:
//   node (string) the head's output
//   key (integer) the position that it attends to
//   weight (float) with which attention weight
MATCH (o:HeadOutput {trace: $trace})
WHERE o.position IN $positions
MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue)
WHERE a.weight >= $weight
RETURN o.node AS node, v.position AS key, a.weight AS weight
