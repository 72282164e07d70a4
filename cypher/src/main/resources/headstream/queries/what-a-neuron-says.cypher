// What a neuron says
// The tokens that a neuron's weights promote, suppress and detect, once its model's index is complete.
// group: Neurons
// params:
//   neuron (neuron, required) the neuron's name, such as L3N120
//   model (model, default any) id or name of the model
// columns:
//   model (string) id of its model
//   modelName (string) the model's name
//   relation (string) PROMOTES, SUPPRESSES or DETECTS
//   rank (integer) the token's rank, counted from the top
//   token (token) the token
//   logit (float) its logit in the projection
MATCH (m:Model) WHERE m.indexedLayers = m.layers AND ($model IS NULL OR m.id = $model)
MATCH (n:Neuron {name: $neuron, model: m.id})-[r:PROMOTES|SUPPRESSES|DETECTS]->(k:Token)
RETURN m.id AS model, m.name AS modelName, type(r) AS relation, r.rank AS rank, k.text AS token, r.logit AS logit
ORDER BY model, relation, rank
