// Induction heads
// Heads by the attention that they pay to the position after an earlier one with the same token: A B ... A looks at B (Olsson et al.
// 2022), over the newest traces whose prompts repeat a token. Of whole patterns; traces of version 1 have none and are left out.
// Figures of different models stand apart.
// group: Heads
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 100) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   weight (float) mean attention weight on those positions together, each trace's over the positions that have such
//   traces (integer) traces that this is the mean of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (m:Model {id: t.model})
MATCH (h:HeadPattern {trace: t.id}) WHERE h.induction IS NOT NULL
RETURN h.name AS head, t.model AS model, m.name AS modelName, avg(h.induction) AS weight, count(*) AS traces
ORDER BY weight DESC, head
LIMIT $limit
