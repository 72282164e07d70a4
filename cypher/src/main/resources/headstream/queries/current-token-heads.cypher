// Current-token heads
// Heads by the attention that they pay to their own position, over the newest traces. Position 0 is left out: there is nothing else
// to attend to.
// group: Attention
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 25) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   weight (float) mean attention weight on its own position
//   outputs (integer) stored outputs of the head that this is the mean of
//   traces (integer) traces they are in
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (o:HeadOutput {trace: t.id}) WHERE o.position > 0
OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE v.position = o.position
RETURN o.name AS head, t.model AS model, avg(coalesce(a.weight, 0.0)) AS weight, count(*) AS outputs,
       count(DISTINCT t) AS traces
ORDER BY weight DESC, head
LIMIT $limit
