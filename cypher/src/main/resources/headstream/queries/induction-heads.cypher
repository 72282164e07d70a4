// Induction heads
// Heads by the attention that they pay to the position after an earlier one with the same token: A B ... A looks at B (Olsson et al.
// 2022), over the newest traces.
// group: Heads
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 50) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   weight (float) mean attention weight on those positions together
//   outputs (integer) stored outputs of the head that this is the mean of
//   traces (integer) traces they are in
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (p:Position {trace: t.id})
MATCH (q:Position {trace: t.id}) WHERE q.text = p.text AND q.index + 1 < p.index
WITH t, p.index AS position, collect(q.index + 1) AS after
MATCH (o:HeadOutput {trace: t.id, position: position})
OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE v.position IN after
WITH t, o, sum(coalesce(a.weight, 0.0)) AS weight
RETURN o.name AS head, t.model AS model, avg(weight) AS weight, count(*) AS outputs, count(DISTINCT t) AS traces
ORDER BY weight DESC, head
LIMIT $limit
