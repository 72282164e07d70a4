// The strongest neurons of some MLPs.
// params:
//   trace (trace) its id
//   nodes (list) ids of the MLPs' outputs within the trace
//   limit (integer) how many of each
// columns:
//   node (string) the MLP's output
//   neurons (list) [{node, name, amount}], the strongest first
UNWIND $nodes AS node
MATCH (o:Activation {trace: $trace, node: node})<-[:ADDS_TO]-(n:NeuronActivation)
WITH node, n, coalesce(n.effect, n.dla) AS amount
WHERE amount IS NOT NULL
ORDER BY abs(amount) DESC
RETURN node, collect({node: n.node, name: n.name, amount: amount})[..$limit] AS neurons
