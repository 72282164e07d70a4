// What attends to a position
// The attention edges out of one position: which heads read it, from where, largest weight first.
// group: Attention
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default 0) the position that is attended to
//   layer (integer, default any) only this layer
//   limit (integer, default 100) most rows
// columns:
//   head (head) the head
//   from (position) the position that attends
//   token (token) its token
//   weight (float) attention weight
//   share (float) share of the head's output that comes from here
//   effect (float) what the metric would lose without this edge, to first order
MATCH (v:MemoryValue {trace: $trace})-[a:ATTENDED_BY]->(o:HeadOutput)
WHERE v.position = $position AND ($layer IS NULL OR v.layer = $layer)
MATCH (p:Position {trace: $trace, index: o.position})
RETURN o.name AS head, o.position AS from, p.text AS token, a.weight AS weight, a.share AS share, a.effect AS effect
ORDER BY weight DESC, head, from
LIMIT $limit
