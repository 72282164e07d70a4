// Name-mover heads
// Heads that look from the target position at the target itself, where it stands in the prompt, and by what they read there raise it
// (Wang et al. 2022), over the newest traces whose prompts have the target in them. Attention is of whole rows, attribution of the stored
// edges: what is beyond the keys that make most of a head's attention counts as 0 there. Traces of version 1 are left out.
// Figures of different models stand apart.
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
//   modelName (string) the model's name
//   moves (float) mean direct logit attribution of what it reads at the target's positions
//   weight (float) mean attention weight on them
//   writes (float) part of the traces in which its output has the target among its first $rank
//   stored (integer) traces in which an edge from there is stored
//   traces (integer) traces that these are means of
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (p:Position {trace: t.id})-[:IS]->(k:Token) WHERE k.id = t.targetToken
WITH t, t.targetPosition AS at, collect(p.index) AS places
MATCH (h:HeadPattern {trace: t.id})
WITH t, at, places, h, h.keys[h.starts[at]..h.starts[at + 1]] AS keys, h.weights[h.starts[at]..h.starts[at + 1]] AS weights
WITH t, at, places, h,
     reduce(sum = 0.0, i IN range(0, size(keys) - 1) | sum + CASE WHEN keys[i] IN places THEN weights[i] ELSE 0.0 END) AS weight
OPTIONAL MATCH (o:Activation {trace: t.id, node: 'L' + h.layer + 'P' + at + '.H' + h.head})
CALL (o, places) {
  OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE v.position IN places
  RETURN toFloat(sum(a.dla)) AS moves, count(a) > 0 AS isStored
}
WITH h.name AS head, t.model AS model, moves, weight, isStored,
     EXISTS { MATCH (o)-[w:WRITES]->(k:Token) WHERE k.id = t.targetToken AND w.rank <= $rank } AS writes
WITH head, model, avg(moves) AS moves, avg(weight) AS weight, avg(CASE WHEN writes THEN 1.0 ELSE 0.0 END) AS writes,
     sum(CASE WHEN isStored THEN 1 ELSE 0 END) AS stored, count(*) AS traces
WHERE moves > 0
MATCH (m:Model {id: model})
RETURN head, model, m.name AS modelName, moves, weight, writes, stored, traces
ORDER BY moves DESC, head
LIMIT $limit
