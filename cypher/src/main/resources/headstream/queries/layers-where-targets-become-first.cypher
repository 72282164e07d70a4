// Layers where targets become first
// How many traces have their target at rank 1 of the residual state for the first time in each layer, over the newest traces whose
// prediction is right. Figures of different models stand apart.
// group: Corpus
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 200) the newest traces that are looked at
//   limit (integer, default 200) most rows
// columns:
//   model (string) id of its model
//   modelName (string) the model's name
//   layer (integer) the layer
//   site (string) mid where attention makes it first, post where the MLP does, embed where it is from the start
//   traces (integer) traces in which it becomes first there
//   fraction (float) the same, over all of the model's traces that are looked at and have the target first in the end
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (r:Residual {trace: t.id}) WHERE t.targetRank = 1 AND r.position = t.targetPosition AND r.targetRank = 1
WITH t, r ORDER BY r.layer, CASE r.site WHEN 'embed' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END
WITH t, collect(r)[0] AS first
WITH t.model AS model, collect(first) AS firsts, count(*) AS all
UNWIND firsts AS first
WITH model, all, first.layer AS layer, first.site AS site, count(*) AS traces
MATCH (m:Model {id: model})
RETURN model, m.name AS modelName, layer, site, traces, toFloat(traces) / all AS fraction
ORDER BY model, layer, CASE site WHEN 'embed' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END
LIMIT $limit
