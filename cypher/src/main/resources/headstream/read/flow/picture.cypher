// The edges that the flow picture is drawn of: those that are at least $threshold of the residual state they end in. The picture has those of
// them over which something reaches its end.
// params:
//   trace (trace) its id
//   threshold (float) 0 to 1
//   detail (string) stream, heads or neurons
// columns:
//   source (string) id within the trace
//   target (string) id within the trace
//   kind (string) stream, read, attention, head, attend, mlp or neuron
//   share (float) of the residual state that it ends in
//   weight (float) attention weight, or null
//   path (path) what the edge stands for
MATCH (target:Activation {trace: $trace})
CALL (target) {
    MATCH path = (source:Residual)-[r:ADDS_TO]->(target:Residual)
    RETURN path, source, 'stream' AS kind, r.share AS share, null AS weight
  UNION ALL
    MATCH path = (source:Residual)-[:ADDS_TO]->(:Residual)<-[:ADDS_TO]-(target:AttentionOutput|MlpOutput)
    WHERE target:MlpOutput OR $detail = 'stream'
    RETURN path, source, 'read' AS kind, target.share AS share, null AS weight
  UNION ALL
    MATCH path = (source:AttentionOutput)-[:ADDS_TO]->(target:Residual)
    WHERE $detail = 'stream'
    RETURN path, source, 'attention' AS kind, source.share AS share, null AS weight
  UNION ALL
    MATCH path = (source:HeadOutput)-[:ADDS_TO]->(:AttentionOutput)-[:ADDS_TO]->(target:Residual)
    WHERE $detail <> 'stream'
    RETURN path, source, 'head' AS kind, source.share AS share, null AS weight
  UNION ALL
    MATCH path = (source:Residual)-[:READ_BY]->(:Normalized)-[:READ_BY]->(:MemoryValue)-[r:ATTENDED_BY]->(target:HeadOutput)
    RETURN path, source, 'attend' AS kind, r.share * target.share AS share, r.weight AS weight
  UNION ALL
    MATCH path = (source:MlpOutput)-[:ADDS_TO]->(target:Residual)
    RETURN path, source, 'mlp' AS kind, source.share AS share, null AS weight
  UNION ALL
    MATCH path = (source:NeuronActivation)-[:ADDS_TO]->(target:MlpOutput)
    WHERE $detail = 'neurons'
    RETURN path, source, 'neuron' AS kind, source.share AS share, null AS weight
}
WITH source.node AS source, target.node AS target, kind, share, weight, path
WHERE share >= $threshold
RETURN source, target, kind, share, weight, path
