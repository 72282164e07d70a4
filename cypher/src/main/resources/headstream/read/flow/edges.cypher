// What adds to what, and what attends to what, in a trace. Shares of biases stay in the wholes and are not drawn.
// params:
//   trace (trace) its id
//   neurons (boolean) whether neurons are drawn
// columns:
//   source (string) id within the trace
//   target (string) id within the trace
//   type (string) ADDS_TO or ATTENDED_BY
//   share (float) of the whole
//   weight (float) attention weight, or null
MATCH (a:Activation {trace: $trace})-[r:ADDS_TO|ATTENDED_BY]->(b)
WHERE NOT a:Bias AND ($neurons OR NOT a:NeuronActivation)
RETURN a.node AS source, b.node AS target, type(r) AS type, r.share AS share, r.weight AS weight
