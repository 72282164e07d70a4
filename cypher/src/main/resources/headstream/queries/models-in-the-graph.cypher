// Models in the graph
// Models with their sizes, how far their weights' index has come, and how many traces they have.
// group: Housekeeping
// params:
//   limit (integer, default 100) most rows
// columns:
//   model (string) id of the model
//   modelName (string) its name
//   family (string) such as gpt2
//   layers (integer) its layers
//   heads (integer) heads in a layer
//   indexed (integer) layers that the index has read; 0 before it was asked for
//   traces (integer) its traces
MATCH (m:Model)
RETURN m.id AS model, m.name AS modelName, m.family AS family, m.layers AS layers, m.heads AS heads,
       coalesce(m.indexedLayers, 0) AS indexed, COUNT { (m)<-[:OF]-() } AS traces
ORDER BY modelName, model
LIMIT $limit
