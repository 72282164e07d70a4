// Joins neighbouring positions; runs after trace/positions, in the same transaction or later.
// params:
//   trace (trace) its id
MATCH (p:Position {trace: $trace})
WITH p ORDER BY p.index
WITH collect(p) AS positions
UNWIND range(1, size(positions) - 1) AS i
WITH positions[i - 1] AS before, positions[i] AS after
CREATE (before)-[:NEXT]->(after)
