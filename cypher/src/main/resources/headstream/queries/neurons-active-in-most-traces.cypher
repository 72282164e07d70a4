// Neurons active in most traces
// Neurons that are stored, hence strong, in the largest part of a model's traces; those in more than 85% are
// candidates for regularization neurons.
// group: Neurons
// params:
//   model (model, default any) id or name of the model
//   layer (integer, default any) only this layer
//   limit (integer, default 50) most rows
// columns:
//   neuron (neuron) the neuron
//   model (string) id of its model
//   traces (integer) traces in which it is stored
//   fraction (float) the same, over the model's traces
//   times (integer) positions at which it is, over all traces
//   meanStrength (float) mean of |activation| times the norm of the neuron's row of W_out
//   maxStrength (float) largest of them
MATCH (t:Trace)
WHERE $model IS NULL OR t.model = $model
WITH t.model AS model, count(t) AS all, collect(t.id) AS ids
UNWIND ids AS trace
MATCH (n:NeuronActivation {trace: trace})
WHERE $layer IS NULL OR n.layer = $layer
WITH model, all, n.name AS neuron, count(DISTINCT trace) AS traces, count(*) AS times,
     avg(n.strength) AS meanStrength, max(n.strength) AS maxStrength
RETURN neuron, model, traces, toFloat(traces) / all AS fraction, times, meanStrength, maxStrength
ORDER BY fraction DESC, meanStrength DESC
LIMIT $limit
