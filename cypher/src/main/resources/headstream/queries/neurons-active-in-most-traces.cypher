// Neurons active in most traces
// Neurons that are stored, hence large or of effect on the prediction, in the largest part of the newest traces. `regularization-neurons` has
// those that fire at the target position whatever the prompt, of all neurons. Figures of different models stand apart.
// group: Neurons
// params:
//   model (model, default any) id or name of the model
//   layer (integer, default any) only this layer
//   sample (integer, default 100) the newest traces that are looked at
//   limit (integer, default 50) most rows
// columns:
//   neuron (neuron) the neuron
//   model (string) id of its model
//   modelName (string) the model's name
//   traces (integer) traces in which it is stored
//   fraction (float) the same, over the model's traces among those looked at
//   times (integer) positions at which it is, over all of them
//   meanStrength (float) mean of |activation| times the norm of the neuron's row of W_out
//   maxStrength (float) largest of them
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
WITH t.model AS model, count(t) AS all, collect(t.id) AS ids
UNWIND ids AS trace
MATCH (n:NeuronActivation {trace: trace})
WHERE $layer IS NULL OR n.layer = $layer
WITH model, all, n.name AS neuron, count(DISTINCT trace) AS traces, count(*) AS times, sum(n.strength) AS strength,
     max(n.strength) AS maxStrength
MATCH (m:Model {id: model})
RETURN neuron, model, m.name AS modelName, traces, toFloat(traces) / all AS fraction, times, strength / times AS meanStrength, maxStrength
ORDER BY fraction DESC, meanStrength DESC
LIMIT $limit
