// Where a neuron fired, as far as traces keep it: what it did for the metric, the largest first.
// params:
//   model (string) id
//   component (string) the neuron's name
//   sample (integer) most places that are looked at
// columns:
//   trace (trace) id
//   prompt (string) the trace's
//   target (token) what is explained
//   distractor (token) what it is compared with, or null
//   position (position) where it fired
//   effect (float) of its activation
//   dla (float) of it, at the target position
//   activation (float) its value
MATCH (n:Neuron {name: $component}) WHERE n.model = $model
MATCH (n)<-[:OF]-(a:NeuronActivation)
WITH a ORDER BY abs(coalesce(a.effect, 0.0)) DESC, a.strength DESC LIMIT $sample
MATCH (t:Trace {id: a.trace})
RETURN t.id AS trace, t.prompt AS prompt, t.target AS target, t.distractor AS distractor, a.position AS position, a.effect AS effect,
       a.dla AS dla, a.activation AS activation
