// Heads that attend broadly
// Heads by the entropy of their attention over the largest it could be at that position: 1 spreads evenly, 0 looks at one position. Of
// whole patterns at all positions from 1; traces of version 1 have none and are left out. Figures of different models stand apart.
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
//   evenness (float) mean of entropy over log(position + 1)
//   entropy (float) mean entropy of its pattern rows, in nats
//   distance (float) mean number of positions looked back
//   traces (integer) traces that these are means of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (m:Model {id: t.model})
MATCH (h:HeadPattern {trace: t.id}) WHERE h.evenness IS NOT NULL
RETURN h.name AS head, t.model AS model, m.name AS modelName, avg(h.evenness) AS evenness, avg(h.entropy) AS entropy, avg(h.distance) AS distance,
       count(*) AS traces
ORDER BY evenness DESC, head
LIMIT $limit
