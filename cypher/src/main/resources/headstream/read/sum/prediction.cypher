// What the metric is made of, from the embedding up: the embedding, every attn_out and mlp_out at the target position
// (of an answer of several tokens, at one after the other),
// what interventions changed in the stream, and the constant.
// params:
//   trace (trace) its id
// columns:
//   metric (string) which
//   total (float) its value
//   constant (float) what the final norm's bias adds
//   parts (list) {properties, labels, value}, in the order of the stream
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace})
WHERE n.position IN coalesce(t.targetPositions, [t.targetPosition]) AND (n:AttentionOutput OR n:MlpOutput OR (n:Residual AND n.site = 'embed') OR (n:Change AND n.site IN ['change_mid', 'change_post']))
WITH t, n ORDER BY n.position, n.layer,
  CASE WHEN n:Residual THEN 0 WHEN n:AttentionOutput THEN 1 WHEN n:MlpOutput THEN 3 WHEN n.site = 'change_mid' THEN 2 ELSE 4 END
RETURN t.metric AS metric, t.metricValue AS total, t.constant AS constant,
  collect({properties: properties(n), labels: labels(n), value: n.dla}) AS parts
