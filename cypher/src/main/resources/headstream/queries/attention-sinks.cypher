// Attention sinks
// Heads by the attention that rests on position 0, over the newest traces: where a head goes that has nothing to do (Xiao et al. 2024).
// Of whole patterns at all positions from 1; traces of version 1 have none and are left out. Figures of different models stand apart.
// group: Attention
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 100) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   weight (float) mean attention weight on position 0, each trace's over its positions from 1
//   traces (integer) traces that this is the mean of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (m:Model {id: t.model})
MATCH (h:HeadPattern {trace: t.id}) WHERE h.firstToken IS NOT NULL
RETURN h.name AS head, t.model AS model, m.name AS modelName, avg(h.firstToken) AS weight, count(*) AS traces
ORDER BY weight DESC, head
LIMIT $limit
