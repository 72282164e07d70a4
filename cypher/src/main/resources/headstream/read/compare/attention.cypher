// Attention terms (head and key) of two traces side by side, at the same number of query positions each.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, positions: [the queries'], pairs: [the alignment's pair of each position]}]
//   component (head) or null for all
//   sort (string) weight, share, dla or effect
//   limit (integer) most rows
// columns:
//   name (head) which
//   layer (integer) the head's
//   head (integer) its index within the layer
//   pair (integer) of the alignment, the key's
//   token (integer) which of the queries, from 0: of target positions, which of the answer's tokens
//   left (map) the term's weight, and where it is stored its other figures and the key's node, on the left, or null
//   right (map) the same on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
UNWIND $sides AS s
UNWIND range(0, size(s.positions) - 1) AS token
WITH s, token, s.positions[token] AS query
CALL (s, query) {
  MATCH (n:HeadPattern {trace: s.trace})
  WHERE ($component IS NULL OR n.name = $component) AND query < size(n.starts) - 1
  UNWIND range(n.starts[query], n.starts[query + 1] - 1) AS i
  RETURN n.name AS name, n.layer AS layer, n.head AS head, n.keys[i] AS key, {weight: n.weights[i]} AS term
  UNION ALL
  MATCH (h:HeadOutput {trace: s.trace})
  WHERE h.position = query AND ($component IS NULL OR h.name = $component)
  MATCH (v:MemoryValue)-[r:ATTENDED_BY]->(h)
  RETURN h.name AS name, h.layer AS layer, h.head AS head, v.position AS key, r {.*, node: v.node} AS term
}
WITH s, token, name, layer, head, key, collect(term) AS terms
WITH s, token, name, layer, head, key, coalesce([t IN terms WHERE t.node IS NOT NULL][0], terms[0]) AS term
WITH token, name, layer, head, s.pairs[key] AS pair,
  head(collect(CASE s.side WHEN 'left' THEN term END)) AS left,
  head(collect(CASE s.side WHEN 'right' THEN term END)) AS right
WITH *, right[$sort] - left[$sort] AS difference
RETURN name, layer, head, pair, token, left, right, difference
ORDER BY difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort], right[$sort])), -1) DESC, layer, head, token, pair
LIMIT $limit
