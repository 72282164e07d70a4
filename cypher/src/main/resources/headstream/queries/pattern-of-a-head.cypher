// Attention pattern of a head
// The whole attention pattern of one head in one trace, row by row, with the figures of those edges that are stored. Traces of version 1
// have no whole patterns.
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
//   share (float) share of the head's output that comes from there, where the edge is stored
//   effect (float) what the metric would lose without it, to first order, where it is stored
//   rest (float) attention of the row to keys that are not listed; 0 but in long prompts
MATCH (h:HeadPattern {trace: $trace, name: $head})
WITH h, h.starts AS starts, h.keys AS keys, h.weights AS weights, h.rest AS rest
UNWIND range(0, size(starts) - 2) AS from
UNWIND range(starts[from], starts[from + 1] - 1) AS i
WITH h, from, keys[i] AS to, weights[i] AS weight, rest[from] AS rest
ORDER BY from, to LIMIT $limit
MATCH (p:Position {trace: $trace, index: from})
MATCH (q:Position {trace: $trace, index: to})
OPTIONAL MATCH (:Activation {trace: $trace, node: 'L' + h.layer + 'P' + to + '.H' + h.head + '.v'})
  -[a:ATTENDED_BY]->(:Activation {trace: $trace, node: 'L' + h.layer + 'P' + from + '.H' + h.head})
RETURN from, p.text AS token, to, q.text AS toToken, weight, a.share AS share, a.effect AS effect, rest
ORDER BY from, to
