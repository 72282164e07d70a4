// Attention pattern of a head
// The stored attention edges of one head in one trace, row by row.
// group: Attention
// params:
//   head (head, required) the head's name, such as L3H2
//   trace (trace, default latest) id of the trace
//   limit (integer, default 5000) most rows
// columns:
//   from (position) the position that attends
//   token (token) its token
//   to (position) the position attended to
//   toToken (token) its token
//   weight (float) attention weight
//   share (float) share of the head's output that comes from there
MATCH (o:HeadOutput {trace: $trace})<-[a:ATTENDED_BY]-(v:MemoryValue) WHERE o.name = $head
MATCH (p:Position {trace: $trace, index: o.position})
MATCH (q:Position {trace: $trace, index: v.position})
RETURN p.index AS from, p.text AS token, q.index AS to, q.text AS toToken, a.weight AS weight, a.share AS share
ORDER BY from, to
LIMIT $limit
