// Traces of a model
// What has been traced, newest first.
// group: Traces
// params:
//   model (model, default any) id or name of the model
//   limit (integer, default 100) most rows
// columns:
//   trace: id of the trace
//   model: the model's name
//   prompt: the prompt
//   target: the token explained
//   metricValue: its logit, or its difference to the distractor's
//   targetRank: the target's rank in the prediction
//   targetProbability: its probability
//   coverage: mean share of attention and MLP outputs that their stored parts account for
//   createdAt: when
MATCH (t:Trace)
WHERE $model IS NULL OR t.model = $model
RETURN t.id AS trace, t.modelName AS model, t.prompt AS prompt, t.target AS target, t.metricValue AS metricValue,
       t.targetRank AS targetRank, t.targetProbability AS targetProbability, t.coverage AS coverage,
       t.createdAt AS createdAt
ORDER BY createdAt DESC
LIMIT $limit
