// Heads that copy
// Heads by the copying score of their OV circuit, with the tokens they copy most: by the weights alone. A score near 1 raises what is
// attended to, one near -1 lowers it.
// group: Heads
// params:
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   copyingScore (float) sum of the circuit's eigenvalues over the sum of their sizes
//   tokens (list) the five tokens whose own logit it raises most
MATCH (m:Model) WHERE m.indexedLayers = m.layers AND ($model IS NULL OR m.id = $model)
MATCH (h:Head {model: m.id})
CALL (h) {
  OPTIONAL MATCH (h)-[c:COPIES]->(k:Token) WHERE c.rank <= 5
  WITH k, c ORDER BY c.rank
  RETURN collect(k.text) AS tokens
}
RETURN h.name AS head, m.id AS model, m.name AS modelName, h.copyingScore AS copyingScore, tokens
ORDER BY copyingScore IS NULL, copyingScore DESC, head
LIMIT $limit
