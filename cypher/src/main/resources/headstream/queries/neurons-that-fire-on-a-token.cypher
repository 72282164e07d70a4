// Neurons that fire on a token
// Neurons that are stored, hence large or of effect on the prediction, where a token stands, by the part of its newest occurrences at which
// they are. What is stored depends on the prompt too: a neuron that fires without effect there is missing. Figures of different models stand apart.
// group: Neurons
// params:
//   token (token, required) the token's text; a leading space matters
//   model (model, default any) id or name of the model
//   sample (integer, default 100) most occurrences that are looked at
//   limit (integer, default 25) most rows
// columns:
//   neuron (neuron) the neuron
//   model (string) id of its model
//   modelName (string) the model's name
//   fraction (float) part of the occurrences at which it is stored
//   times (integer) occurrences at which it is
//   activation (float) mean post-activation value
//   strength (float) mean of |activation| times the norm of its row of W_out
MATCH (p:Position)-[:IS]->(k:Token {text: $token}) WHERE $model IS NULL OR k.model = $model
MATCH (t:Trace {id: p.trace})
WITH t, p ORDER BY t.createdAt DESC, p.index LIMIT $sample
WITH t.model AS model, count(*) AS all, collect({trace: t.id, position: p.index}) AS places
UNWIND places AS place
MATCH (n:Activation {trace: place.trace, position: place.position}) WHERE n:NeuronActivation
WITH model, all, n.name AS neuron, count(*) AS times, avg(n.activation) AS activation, avg(n.strength) AS strength
MATCH (m:Model {id: model})
RETURN neuron, model, m.name AS modelName, toFloat(times) / all AS fraction, times, activation, strength
ORDER BY fraction DESC, strength DESC
LIMIT $limit
