// Heads whose ablation hurts most
// Heads by what the metric really loses when they are set to zero, over the newest sweeps: mean, spread and count. One sweep of each trace
// counts, its newest. Figures of different models stand apart.
// group: Corpus
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 1000) the newest sweeps that are looked at
//   limit (integer, default 50) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   change (float) mean of the metric without it less the metric with it
//   spread (float) its standard deviation
//   worst (float) the least of them
//   traces (integer) traces that these are means of
MATCH (s:Sweep {of: 'heads'})-[:OF]->(t:Trace)
WHERE s.kind = 'zero' AND ($model IS NULL OR s.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH s, t ORDER BY s.createdAt DESC LIMIT $sample
WITH t, collect(s)[0] AS s
MATCH (s)-[d:MEASURED]->(h:Head)
MATCH (m:Model {id: h.model})
RETURN h.name AS head, m.id AS model, m.name AS modelName, avg(d.change) AS change, stDevP(d.change) AS spread, min(d.change) AS worst,
       count(*) AS traces
ORDER BY change, head
LIMIT $limit
