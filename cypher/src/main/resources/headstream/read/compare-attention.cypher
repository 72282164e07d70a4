// Attention terms (head and key) of two traces side by side, at one query position each.
// $sides: [{side: 'left' or 'right', trace: id, position: the query's, pairs: [the alignment's pair of each position]}];
// $component: a head or null; $sort: weight, share, dla or effect; $limit
UNWIND $sides AS s
MATCH (h:HeadOutput {trace: s.trace})
WHERE h.position = s.position AND ($component IS NULL OR h.name = $component)
MATCH (v:MemoryValue)-[r:ATTENDED_BY]->(h)
WITH h.name AS name, h.layer AS layer, h.head AS head, s.pairs[v.position] AS pair,
  head(collect(CASE s.side WHEN 'left' THEN r {.*, node: v.node} END)) AS left,
  head(collect(CASE s.side WHEN 'right' THEN r {.*, node: v.node} END)) AS right
WITH *, right[$sort] - left[$sort] AS difference
RETURN name, layer, head, pair, left, right, difference
ORDER BY difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort], right[$sort])), -1) DESC, layer, head, pair
LIMIT $limit
