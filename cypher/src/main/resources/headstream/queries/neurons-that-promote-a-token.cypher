// Neurons that promote a token
// Neurons whose row of W_out has the token among the first of its vocabulary projection, by the weights alone: no trace is needed.
// Of models whose index is complete (`headstream index MODEL`).
// group: Neurons
// params:
//   token (token, required) the token's text; a leading space matters
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   neuron (neuron) the neuron
//   model (string) id of its model
//   modelName (string) the model's name
//   rank (integer) the token's rank in the neuron's projection
//   logit (float) its logit there
//   entropy (float) of the projection, in nats
//   norm (float) L2 norm of the row of W_out
MATCH (m:Model) WHERE m.indexedLayers = m.layers AND ($model IS NULL OR m.id = $model)
MATCH (k:Token {text: $token, model: m.id})<-[p:PROMOTES]-(n:Neuron)
RETURN n.name AS neuron, m.id AS model, m.name AS modelName, p.rank AS rank, p.logit AS logit, n.entropy AS entropy, n.norm AS norm
ORDER BY rank, logit DESC, neuron
LIMIT $limit
