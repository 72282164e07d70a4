// Which of some activations a trace keeps.
// params:
//   trace (trace) its id
//   nodes (list) ids
// columns:
//   node (string) an id among them
UNWIND $nodes AS id
MATCH (a:Activation {trace: $trace, node: id})
RETURN a.node AS node
