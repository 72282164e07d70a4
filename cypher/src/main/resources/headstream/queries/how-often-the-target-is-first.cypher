// How often the target is first
// Traces by model and tag, with how often the target was the most probable token and how probable it was. Figures of different models stand apart.
// group: Corpus
// params:
//   model (model, default any) id or name of the model
//   limit (integer, default 100) most rows
// columns:
//   model (string) id of its model
//   modelName (string) the model's name
//   tag (string) the tag; absent for traces without one
//   traces (integer) traces with it
//   first (float) part of them whose target has rank 1
//   probability (float) mean probability of the target
//   metric (float) mean value of the metric
MATCH (t:Trace) WHERE $model IS NULL OR t.model = $model
UNWIND CASE WHEN size(coalesce(t.tags, [])) = 0 THEN [null] ELSE t.tags END AS tag
MATCH (m:Model {id: t.model})
RETURN m.id AS model, m.name AS modelName, tag, count(*) AS traces, avg(CASE t.targetRank WHEN 1 THEN 1.0 ELSE 0.0 END) AS first,
       avg(t.targetProbability) AS probability, avg(t.metricValue) AS metric
ORDER BY traces DESC, modelName, model, tag
LIMIT $limit
