// Changed passes that are not joined with the one that they are compared with: a trace that is such, and those that are compared with it.
// params:
//   trace (trace) its id
// columns:
//   id (trace) of the changed one
//   baseline (trace) id of the other
//   interventions (string) as it keeps them
MATCH (t:Trace)
WHERE (t.id = $trace OR t.baseline = $trace) AND t.baseline IS NOT NULL AND t.interventions IS NOT NULL
  AND NOT EXISTS { (t)-[:INTERVENES_ON]->() }
RETURN t.id AS id, t.baseline AS baseline, t.interventions AS interventions
