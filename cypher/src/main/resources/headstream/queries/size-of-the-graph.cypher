// Size of the graph
// Nodes by label and relationships by type, from the database's own counters.
// group: Housekeeping
// columns:
//   kind (string) node or relationship
//   name (string) label or type
//   count (integer) how many
MATCH (n:Model) WITH count(n) AS count RETURN 'node' AS kind, 'Model' AS name, count
UNION ALL
MATCH (n:Head) WITH count(n) AS count RETURN 'node' AS kind, 'Head' AS name, count
UNION ALL
MATCH (n:Neuron) WITH count(n) AS count RETURN 'node' AS kind, 'Neuron' AS name, count
UNION ALL
MATCH (n:Token) WITH count(n) AS count RETURN 'node' AS kind, 'Token' AS name, count
UNION ALL
MATCH (n:Trace) WITH count(n) AS count RETURN 'node' AS kind, 'Trace' AS name, count
UNION ALL
MATCH (n:Position) WITH count(n) AS count RETURN 'node' AS kind, 'Position' AS name, count
UNION ALL
MATCH (n:HeadPattern) WITH count(n) AS count RETURN 'node' AS kind, 'HeadPattern' AS name, count
UNION ALL
MATCH (n:HookPoint) WITH count(n) AS count RETURN 'node' AS kind, 'HookPoint' AS name, count
UNION ALL
MATCH (n:Sweep) WITH count(n) AS count RETURN 'node' AS kind, 'Sweep' AS name, count
UNION ALL
MATCH (n:Circuit) WITH count(n) AS count RETURN 'node' AS kind, 'Circuit' AS name, count
UNION ALL
MATCH (n:CircuitNode) WITH count(n) AS count RETURN 'node' AS kind, 'CircuitNode' AS name, count
UNION ALL
MATCH (n:Residual) WITH count(n) AS count RETURN 'node' AS kind, 'Residual' AS name, count
UNION ALL
MATCH (n:AttentionOutput) WITH count(n) AS count RETURN 'node' AS kind, 'AttentionOutput' AS name, count
UNION ALL
MATCH (n:MlpOutput) WITH count(n) AS count RETURN 'node' AS kind, 'MlpOutput' AS name, count
UNION ALL
MATCH (n:HeadOutput) WITH count(n) AS count RETURN 'node' AS kind, 'HeadOutput' AS name, count
UNION ALL
MATCH (n:MemoryValue) WITH count(n) AS count RETURN 'node' AS kind, 'MemoryValue' AS name, count
UNION ALL
MATCH (n:NeuronActivation) WITH count(n) AS count RETURN 'node' AS kind, 'NeuronActivation' AS name, count
UNION ALL
MATCH (n:Normalized) WITH count(n) AS count RETURN 'node' AS kind, 'Normalized' AS name, count
UNION ALL
MATCH (n:Bias) WITH count(n) AS count RETURN 'node' AS kind, 'Bias' AS name, count
UNION ALL
MATCH (n:Change) WITH count(n) AS count RETURN 'node' AS kind, 'Change' AS name, count
UNION ALL
MATCH ()-[r:ADDS_TO]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'ADDS_TO' AS name, count
UNION ALL
MATCH ()-[r:ATTENDED_BY]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'ATTENDED_BY' AS name, count
UNION ALL
MATCH ()-[r:AFFECTS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'AFFECTS' AS name, count
UNION ALL
MATCH ()-[r:FIRES]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'FIRES' AS name, count
UNION ALL
MATCH ()-[r:READ_BY]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'READ_BY' AS name, count
UNION ALL
MATCH ()-[r:WRITES]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'WRITES' AS name, count
UNION ALL
MATCH ()-[r:ERASES]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'ERASES' AS name, count
UNION ALL
MATCH ()-[r:SEEKS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'SEEKS' AS name, count
UNION ALL
MATCH ()-[r:OFFERS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'OFFERS' AS name, count
UNION ALL
MATCH ()-[r:LIFTS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'LIFTS' AS name, count
UNION ALL
MATCH ()-[r:FILTERS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'FILTERS' AS name, count
UNION ALL
MATCH ()-[r:PREDICTS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'PREDICTS' AS name, count
UNION ALL
MATCH ()-[r:OF]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'OF' AS name, count
UNION ALL
MATCH ()-[r:INTERVENES_ON]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'INTERVENES_ON' AS name, count
UNION ALL
MATCH ()-[r:NEXT_STEP]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'NEXT_STEP' AS name, count
UNION ALL
MATCH ()-[r:MEASURED]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'MEASURED' AS name, count
UNION ALL
MATCH ()-[r:HAS_NODE]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'HAS_NODE' AS name, count
UNION ALL
MATCH ()-[r:FEEDS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'FEEDS' AS name, count
UNION ALL
MATCH ()-[r:PROMOTES]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'PROMOTES' AS name, count
UNION ALL
MATCH ()-[r:SUPPRESSES]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'SUPPRESSES' AS name, count
UNION ALL
MATCH ()-[r:DETECTS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'DETECTS' AS name, count
UNION ALL
MATCH ()-[r:COPIES]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'COPIES' AS name, count
UNION ALL
MATCH ()-[r:HAS_HEAD]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'HAS_HEAD' AS name, count
UNION ALL
MATCH ()-[r:HAS_NEURON]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'HAS_NEURON' AS name, count
UNION ALL
MATCH ()-[r:HAS_POSITION]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'HAS_POSITION' AS name, count
UNION ALL
MATCH ()-[r:IS]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'IS' AS name, count
UNION ALL
MATCH ()-[r:NEXT]->() WITH count(r) AS count RETURN 'relationship' AS kind, 'NEXT' AS name, count
