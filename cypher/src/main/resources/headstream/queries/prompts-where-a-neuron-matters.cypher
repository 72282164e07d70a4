// Prompts where a neuron matters
// Where a neuron is stored, hence large or of effect, with the token it fired at and what came before, largest effect first.
// group: Neurons
// params:
//   neuron (neuron, required) the neuron's name, such as L3N120
//   model (model, default any) id or name of the model
//   limit (integer, default 25) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   position (position) where it fired
//   token (token) the token there
//   activation (float) its post-activation value
//   strength (float) |activation| times the norm of its row of W_out
//   effect (float) what the metric would lose without it, to first order
//   dla (float) its direct logit attribution, at the target position
MATCH (n:Neuron {name: $neuron}) WHERE $model IS NULL OR n.model = $model
MATCH (n)<-[:OF]-(a:NeuronActivation)
WITH a ORDER BY abs(coalesce(a.effect, 0.0)) DESC, a.strength DESC LIMIT $limit
MATCH (t:Trace {id: a.trace})
MATCH (p:Position {trace: a.trace, index: a.position})
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, p.index AS position, p.text AS token, a.activation AS activation,
       a.strength AS strength, a.effect AS effect, a.dla AS dla
ORDER BY abs(coalesce(effect, 0.0)) DESC, strength DESC, trace, position
