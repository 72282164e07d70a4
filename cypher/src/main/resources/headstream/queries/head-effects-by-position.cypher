// Heads by effect at every position
// What each head's output at each position does for the prediction, largest effect first: a heat map's cells. Of all heads and positions,
// stored as nodes or not; traces of version 1 have no such lists.
// group: Heads
// params:
//   trace (trace, default latest) id of the trace
//   layer (integer, default any) only this layer
//   position (position, default any) only this position
//   limit (integer, default 5000) most rows
// columns:
//   head (head) the head
//   position (position) the position of its output
//   token (token) the token there
//   effect (float) what the metric would lose without that output, to first order; absent where the trace has no effects
//   influence (float) how much of the last residual state came through it
//   share (float) its share of the residual state it ends in
//   norm (float) its L2 norm
MATCH (h:HeadPattern {trace: $trace}) WHERE $layer IS NULL OR h.layer = $layer
WITH h, h.effect AS effects, h.influence AS influences, h.share AS shares, h.norm AS norms
UNWIND range(0, size(norms) - 1) AS position
WITH h, position, effects[position] AS effect, influences[position] AS influence, shares[position] AS share, norms[position] AS norm
WHERE $position IS NULL OR position = $position
WITH h, position, effect, influence, share, norm
ORDER BY effect IS NULL, abs(effect) DESC, influence DESC, h.layer, h.head, position LIMIT $limit
MATCH (p:Position {trace: $trace, index: position})
RETURN h.name AS head, position, p.text AS token, effect, influence, share, norm
ORDER BY effect IS NULL, abs(effect) DESC, influence DESC, h.layer, h.head, position
