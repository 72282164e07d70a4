// Joins a step of a generation with the traced steps before and after it.
// params:
//   trace (trace) its id
MATCH (t:Trace {id: $trace})
CALL (t) {
  MATCH (s:Trace {generation: t.generation}) WHERE s.step < t.step
  RETURN s AS before ORDER BY s.step DESC LIMIT 1
  UNION ALL
  RETURN null AS before
}
WITH t, head(collect(before)) AS before
CALL (t) {
  MATCH (s:Trace {generation: t.generation}) WHERE s.step > t.step
  RETURN s AS after ORDER BY s.step LIMIT 1
  UNION ALL
  RETURN null AS after
}
WITH t, before, head(collect(after)) AS after
OPTIONAL MATCH (before)-[over:NEXT_STEP]->(after)
DELETE over
FOREACH (s IN CASE WHEN before IS NULL THEN [] ELSE [before] END |
  CREATE (s)-[:NEXT_STEP {tokens: t.step - s.step}]->(t))
FOREACH (s IN CASE WHEN after IS NULL THEN [] ELSE [after] END |
  CREATE (t)-[:NEXT_STEP {tokens: s.step - t.step}]->(s))
