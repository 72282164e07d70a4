// Largest traces
// Traces by what they take in the graph.
// group: Housekeeping
// params:
//   model (model, default any) id or name of the model
//   limit (integer, default 25) most rows
// columns:
//   trace (trace) id of the trace
//   prompt (string) its prompt
//   model (string) id of its model
//   modelName (string) the model's name
//   detail (string) stream, heads, neurons or full
//   positions (integer) tokens of the prompt
//   nodes (integer) nodes that are its own
//   relationships (integer) relationships that are its own
//   elapsed (integer) ms from the pass to its last figure
MATCH (t:Trace) WHERE $model IS NULL OR t.model = $model
RETURN t.id AS trace, t.prompt AS prompt, t.model AS model, t.modelName AS modelName, t.detail AS detail, t.positions AS positions,
       t.nodes AS nodes, t.relationships AS relationships, t.elapsed AS elapsed
ORDER BY nodes IS NULL, nodes DESC, trace
LIMIT $limit
