// Traces of a model
// What has been traced, newest first.
// group: Corpus
// params:
//   model (model, default any) id or name of the model
//   limit (integer, default 100) most rows
// columns:
//   trace (trace) id of the trace
//   model (string) id of its model
//   modelName (string) the model's name
//   prompt (string) the prompt
//   target (token) the token explained
//   metricValue (float) its logit, or its difference to the distractor's
//   targetRank (integer) the target's rank in the prediction
//   targetProbability (float) its probability
//   coverage (float) mean share of attention and MLP outputs that their stored parts account for
//   createdAt (string) when
MATCH (t:Trace)
WHERE $model IS NULL OR t.model = $model
RETURN t.id AS trace, t.model AS model, t.modelName AS modelName, t.prompt AS prompt, t.target AS target, t.metricValue AS metricValue,
       t.targetRank AS targetRank, t.targetProbability AS targetProbability, t.coverage AS coverage,
       toString(t.createdAt) AS createdAt
ORDER BY t.createdAt IS NULL, t.createdAt DESC
LIMIT $limit
