// Negative heads
// Heads that look from the target position at the target itself, where it stands in the prompt, and by what they read there push it
// down: copy suppression (McDougall et al. 2023), over the newest traces whose prompts have the target in them.
// group: Heads
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 100) the newest traces that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   moves (float) mean direct logit attribution of what it reads at the target's positions; negative
//   weight (float) mean attention weight on them
//   erases (float) part of the traces in which its output has the target among its last
//   traces (integer) traces that these are means of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (p:Position {trace: t.id}) WHERE p.text = t.target
WITH t, collect(p.index) AS places
MATCH (o:HeadOutput {trace: t.id, position: t.targetPosition})
OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE v.position IN places
WITH t, o, sum(coalesce(a.weight, 0.0)) AS weight, sum(coalesce(a.dla, 0.0)) AS moves,
     EXISTS { MATCH (o)-[:ERASES]->(k:Token) WHERE k.id = t.targetToken } AS erases
WITH o.name AS head, t.model AS model, avg(moves) AS moves, avg(weight) AS weight,
     avg(CASE WHEN erases THEN 1.0 ELSE 0.0 END) AS erases, count(*) AS traces
WHERE moves < 0
RETURN head, model, moves, weight, erases, traces
ORDER BY moves, head
LIMIT $limit
