// Regularization neurons
// Neurons among their layer's strongest at the target position in nearly every trace of a model, whatever the prompt (Katz and Belinkov
// 2023: top 100 by |activation| times norm, in more than 85% of prompts). Entropy and tokens come with the model's index.
// Figures of different models stand apart.
// group: Neurons
// params:
//   model (model, default any) id or name of the model
//   fraction (float, default 0.85) the least part of the model's traces
//   rank (integer, default 100) the last rank that counts
//   limit (integer, default 100) most rows
// columns:
//   neuron (neuron) the neuron
//   model (string) id of its model
//   modelName (string) the model's name
//   traces (integer) traces in which it is
//   fraction (float) the same, over the model's traces
//   meanRank (float) mean rank in its layer
//   meanStrength (float) mean of |activation| times norm
//   norm (float) L2 norm of the row of W_out
//   entropy (float) of its vocabulary projection, in nats
//   promotes (list) the first five tokens of the projection
MATCH (t:Trace) WHERE ($model IS NULL OR t.model = $model) AND t.detail IN ['neurons', 'full']
WITH t.model AS model, count(t) AS all
MATCH (:Model {id: model})-[:HAS_NEURON]->(n:Neuron)
WHERE COUNT { (n)<-[:FIRES]-() } > $fraction * all
MATCH (n)<-[f:FIRES]-()
WHERE f.rank <= $rank
WITH n, all, count(*) AS traces, avg(f.rank) AS meanRank, avg(f.strength) AS meanStrength
WHERE toFloat(traces) / all > $fraction
WITH n, all, traces, meanRank, meanStrength ORDER BY toFloat(traces) / all DESC, meanRank LIMIT $limit
CALL (n) {
  OPTIONAL MATCH (n)-[p:PROMOTES]->(k:Token) WHERE p.rank <= 5
  WITH k, p ORDER BY p.rank
  RETURN collect(k.text) AS promotes
}
MATCH (m:Model {id: n.model})
RETURN n.name AS neuron, m.id AS model, m.name AS modelName, traces, toFloat(traces) / all AS fraction, meanRank, meanStrength,
       n.norm AS norm, n.entropy AS entropy, promotes
ORDER BY fraction DESC, meanRank, neuron, model
