// Attention sinks
// Heads by the attention that rests on position 0, over the newest traces: where a head goes that has nothing to do (Xiao et al. 2024).
// group: Attention
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 25) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   weight (float) mean attention weight on position 0
//   share (float) mean share of the head's output that comes from there
//   outputs (integer) stored outputs of the head, at positions from 1, that these are means of
//   traces (integer) traces they are in
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (o:HeadOutput {trace: t.id}) WHERE o.position > 0
OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE v.position = 0
RETURN o.name AS head, t.model AS model, avg(coalesce(a.weight, 0.0)) AS weight, avg(coalesce(a.share, 0.0)) AS share,
       count(*) AS outputs, count(DISTINCT t) AS traces
ORDER BY weight DESC, head
LIMIT $limit
