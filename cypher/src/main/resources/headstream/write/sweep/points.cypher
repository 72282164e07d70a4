// What changing sites of the stream does: mlp_out at the sweep's positions, or a residual state at one.
// params:
//   sweep (string) its id
//   trace (trace) its trace's id
//   rows (list) [{layer, site, position (null where it is the sweep's), change, metric, rank, probability}]
MATCH (s:Sweep {id: $sweep})
UNWIND $rows AS row
MATCH (n:HookPoint {trace: $trace}) WHERE n.layer = row.layer AND n.site = row.site
CREATE (s)-[:MEASURED {position: row.position, change: row.change, metric: row.metric, rank: row.rank, probability: row.probability}]->(n)
