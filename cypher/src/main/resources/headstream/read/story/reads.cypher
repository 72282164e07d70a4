// The keys that some heads attend to.
// params:
//   trace (trace) its id
//   nodes (list) ids of head outputs within the trace
// columns:
//   node (string) the head's output
//   key (integer) the position that it attends to
//   weight (float) attention weight
//   effect (float) of the term, or null
//   share (float) of the head's output
UNWIND $nodes AS node
MATCH (o:Activation {trace: $trace, node: node})<-[a:ATTENDED_BY]-(v:MemoryValue)
RETURN node, v.position AS key, a.weight AS weight, a.effect AS effect, a.share AS share
