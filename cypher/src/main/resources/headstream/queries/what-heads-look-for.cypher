// What heads look for
// The tokens that each head's query seeks at the target position, beside those that the keys it attends to most offer, of those stored.
// group: Attention
// params:
//   trace (trace, default latest) the trace
//   layer (integer, default any) only this layer
//   limit (integer, default 100) most rows
// columns:
//   head (head) the head
//   seeks (list) first tokens of the query's projection through W_K
//   key (position) position of a key it attends to
//   token (token) the token there
//   weight (float) attention weight
//   offers (list) first tokens of the key's projection through W_Q
MATCH (t:Trace {id: $trace})
MATCH (o:HeadOutput {trace: $trace, position: t.targetPosition})<-[a:ATTENDED_BY]-(v:MemoryValue)
WHERE ($layer IS NULL OR o.layer = $layer) AND EXISTS { (v)-[:OFFERS]->() }
MATCH (p:Position {trace: $trace, index: v.position})
CALL (o) {
  MATCH (o)-[s:SEEKS]->(k:Token)
  WITH k, s ORDER BY s.rank
  RETURN collect(k.text) AS seeks
}
CALL (v) {
  MATCH (v)-[s:OFFERS]->(k:Token)
  WITH k, s ORDER BY s.rank
  RETURN collect(k.text) AS offers
}
RETURN o.name AS head, seeks, v.position AS key, p.text AS token, a.weight AS weight, offers
ORDER BY o.layer, o.head, weight DESC
LIMIT $limit
