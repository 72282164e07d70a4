// Name-mover heads
// Heads that look from the target position at the target itself, where it stands in the prompt, and by what they read there raise it
// (Wang et al. 2022), over the newest traces whose prompts have the target in them.
// group: Heads
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 100) the newest traces that are looked at
//   rank (integer, default 10) the last rank at which a head counts as writing the target; 10 is as far as is stored
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   moves (float) mean direct logit attribution of what it reads at the target's positions
//   weight (float) mean attention weight on them
//   writes (float) part of the traces in which its output has the target among its first $rank
//   traces (integer) traces that these are means of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (p:Position {trace: t.id}) WHERE p.text = t.target
WITH t, collect(p.index) AS places
MATCH (o:HeadOutput {trace: t.id, position: t.targetPosition})
OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE v.position IN places
WITH t, o, sum(coalesce(a.weight, 0.0)) AS weight, sum(coalesce(a.dla, 0.0)) AS moves,
     EXISTS { MATCH (o)-[w:WRITES]->(k:Token) WHERE k.id = t.targetToken AND w.rank <= $rank } AS writes
WITH o.name AS head, t.model AS model, avg(moves) AS moves, avg(weight) AS weight,
     avg(CASE WHEN writes THEN 1.0 ELSE 0.0 END) AS writes, count(*) AS traces
WHERE moves > 0
RETURN head, model, moves, weight, writes, traces
ORDER BY moves DESC, head
LIMIT $limit
