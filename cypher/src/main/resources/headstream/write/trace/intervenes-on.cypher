// Joins a changed trace with the one that it is compared with, where that is still there.
// params:
//   trace (trace) id of the changed one
//   baseline (trace) id of the other
//   rows (list) [{kind, components, positions, strength}]
MATCH (t:Trace {id: $trace})
MATCH (b:Trace {id: $baseline})
UNWIND $rows AS row
CREATE (t)-[:INTERVENES_ON {kind: row.kind, components: row.components, positions: row.positions, strength: row.strength,
  change: t.metricValue - b.metricValue}]->(b)
