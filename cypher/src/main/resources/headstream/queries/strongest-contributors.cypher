// Strongest contributors to the prediction
// The parts of the last residual state at the target position by direct logit attribution: embedding, heads, MLPs,
// biases, and what interventions changed; of an answer of several tokens at each of their positions, towards the token there. With the final norm's constant they add up to the metric.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 20) most rows
// columns:
//   component (string) the part, such as L3H2 or mlp_out L3
//   kind (string) its label
//   layer (integer) its layer
//   node (string) its id within the trace
//   dla (float) its direct logit attribution
//   ofMetric (float) dla over the metric's value
//   share (float) its share of the residual state it ends in
//   token (token) the first token of its vocabulary projection
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace})
WHERE n.position IN coalesce(t.targetPositions, [t.targetPosition]) AND n.dla IS NOT NULL
  AND (n:MlpOutput
    OR (n:Residual AND n.site = 'embed')
    OR (t.detail = 'stream' AND n:AttentionOutput)
    OR (t.detail <> 'stream' AND (n:HeadOutput OR (n:Bias AND n.site = 'b_O') OR (n:Change AND n.site = 'change_attn')))
    OR (n:Change AND n.site IN ['change_mid', 'change_post']))
OPTIONAL MATCH (n)-[:WRITES {rank: 1}]->(k:Token)
RETURN n.name AS component, [label IN labels(n) WHERE label <> 'Activation'][0] AS kind, n.layer AS layer, n.node AS node,
       n.dla AS dla, n.dla / t.metricValue AS ofMetric, n.share AS share, k.text AS token
ORDER BY abs(dla) DESC, node
LIMIT $limit
