// At which positions outputs of heads are nodes of a trace.
// params:
//   trace (trace) its id
// columns:
//   layer (integer) the head's layer
//   index (integer) its index within the layer
//   positions (list) of its outputs that are nodes
MATCH (o:HeadOutput {trace: $trace})
RETURN o.layer AS layer, o.head AS index, collect(o.position) AS positions
