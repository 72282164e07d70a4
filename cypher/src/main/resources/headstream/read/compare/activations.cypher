// Activations of two traces side by side, those that differ most in a figure first.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, positions: [which], or null for all, pairs: [the alignment's pair of each position]}]
//   labels (list) in the order of the stream
//   component (string) name, or null for all
//   sort (string) a figure, or null for the order of the stream
//   limit (integer) most rows
// columns:
//   name (string) the activation's
//   pair (integer) of the alignment, or null where positions were asked for
//   token (integer) which of the positions that were asked for, from 0: of target positions, which of the answer's tokens
//   left (node) the activation on the left, or null
//   right (node) the activation on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
UNWIND $sides AS s
MATCH (n:Activation {trace: s.trace})
WHERE (s.positions IS NULL OR n.position IN s.positions) AND ($component IS NULL OR n.name = $component)
WITH s, n, [i IN range(0, size($labels) - 1) WHERE $labels[i] IN labels(n)][0] AS kind
WHERE kind IS NOT NULL
WITH CASE WHEN s.positions IS NULL THEN s.pairs[n.position] END AS pair, n.layer AS layer, kind, n.name AS name,
  [i IN range(0, size(coalesce(s.positions, [])) - 1) WHERE s.positions[i] = n.position][0] AS token,
  head(collect(CASE s.side WHEN 'left' THEN n END)) AS left,
  head(collect(CASE s.side WHEN 'right' THEN n END)) AS right
WITH *, right[$sort] - left[$sort] AS difference
RETURN name, pair, token, left, right, difference
ORDER BY CASE WHEN $sort IS NULL THEN [pair, token, layer, kind] END,
  difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort], right[$sort])), -1) DESC, pair, token, layer, kind, name
LIMIT $limit
