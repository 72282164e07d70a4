// Heads that carry an attention output
// For each layer, which heads have the first tokens of attn_out among the first of their own projections: two or three heads carry
// most of them (Katz and Belinkov 2023). Every head is read through its W_O, as all vectors here are, so that its tokens compare with attn_out's.
// At the target position all heads are stored, elsewhere those that matter to the prediction.
// group: Heads
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   layer (integer, default any) only this layer
//   rank (integer, default 10) the last rank of the head's that counts
//   limit (integer, default 200) most rows
// columns:
//   layer (integer) the layer
//   head (head) the head
//   carries (integer) first tokens of attn_out that the head's output has too
//   of (integer) first tokens of attn_out that are stored
//   tokens (list) those that it carries, in attn_out's order
//   share (float) the head's share of attn_out
MATCH (t:Trace {id: $trace})
MATCH (a:AttentionOutput {trace: $trace})
WHERE a.position = coalesce($position, t.targetPosition) AND ($layer IS NULL OR a.layer = $layer)
MATCH (a)<-[e:ADDS_TO]-(o:HeadOutput)
CALL (a, o) {
  MATCH (a)-[w:WRITES]->(k:Token)
  WHERE EXISTS { MATCH (o)-[x:WRITES]->(k) WHERE x.rank <= $rank }
  WITH k, w ORDER BY w.rank
  RETURN collect(k.text) AS tokens
}
RETURN a.layer AS layer, o.name AS head, size(tokens) AS carries, COUNT { (a)-[:WRITES]->() } AS of, tokens,
       e.share AS share
ORDER BY layer, carries DESC, share IS NULL, share DESC, head
LIMIT $limit
