// Heads that attend broadly
// Heads by the entropy of their attention over the largest it could be at that position: 1 spreads evenly, 0 looks at one position.
// group: Attention
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 100) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   evenness (float) mean of entropy over log(position + 1)
//   entropy (float) mean entropy of its pattern rows, in nats
//   outputs (integer) stored outputs of the head, at positions from 1, that these are means of
//   traces (integer) traces they are in
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (o:HeadOutput {trace: t.id}) WHERE o.position > 0 AND o.entropy IS NOT NULL
RETURN o.name AS head, t.model AS model, avg(o.entropy / log(o.position + 1)) AS evenness, avg(o.entropy) AS entropy,
       count(*) AS outputs, count(DISTINCT t) AS traces
ORDER BY evenness DESC, head
LIMIT $limit
