// A trace with its prompt and its predictions.
// params:
//   trace (trace) its id
// columns:
//   trace (map) its properties
//   tokens (list) {index, id, text}
//   predictions (list) {rank, text, token, logit, probability}
//   before (trace) the step before it that is traced, of a step of a generation; or null
//   after (trace) the next one, or null
//   answer (list) texts of an answer's tokens where it is of several; else empty
//   baseline (trace) of a changed pass, the trace of the pass as it is; else null
MATCH (t:Trace {id: $trace})
CALL (t) {
  MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
  WITH p, k ORDER BY p.index
  RETURN collect({index: p.index, id: k.id, text: p.text}) AS tokens
}
CALL (t) {
  MATCH (t)-[p:PREDICTS]->(k:Token)
  WITH p, k ORDER BY p.rank
  RETURN collect({rank: p.rank, text: k.text, token: k.id, logit: p.logit, probability: p.probability}) AS predictions
}
RETURN properties(t) AS trace, tokens, predictions,
       head(COLLECT { MATCH (s:Trace)-[:NEXT_STEP]->(t) RETURN s.id }) AS before,
       head(COLLECT { MATCH (t)-[:NEXT_STEP]->(s:Trace) RETURN s.id }) AS after,
       COLLECT {
         UNWIND coalesce(t.targetTokens, []) AS id
         OPTIONAL MATCH (k:Token {model: t.model, id: id})
         RETURN coalesce(k.text, '[' + id + ']')
       } AS answer,
       head(COLLECT { MATCH (t)-[:INTERVENES_ON]->(b:Trace) RETURN b.id }) AS baseline
