// Heads that matter most
// Heads by what they add to the metric at target positions, over the newest traces: mean, spread and size. Figures of different models stand apart.
// group: Corpus
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 1000) the newest traces that are looked at
//   limit (integer, default 50) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   size (float) mean absolute direct logit attribution
//   dla (float) mean direct logit attribution
//   spread (float) its standard deviation
//   share (float) mean share of the residual state it ends in
//   traces (integer) traces that these are means of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (m:Model {id: t.model})
MATCH (o:HeadOutput {trace: t.id, position: t.targetPosition}) WHERE o.dla IS NOT NULL
RETURN o.name AS head, t.model AS model, m.name AS modelName, avg(abs(o.dla)) AS size, avg(o.dla) AS dla, stDevP(o.dla) AS spread,
       avg(o.share) AS share, count(*) AS traces
ORDER BY size DESC, head
LIMIT $limit
