// Steps of a generation
// The traced steps of what a model said after a prompt: each with the token that it says, how sure it was of it, and how much of the text was there.
// group: Corpus
// params:
//   trace (trace, default latest) id of any of its steps
//   limit (integer, default 100) most rows
// columns:
//   step (integer) which, from 1
//   traced (trace) id of its trace
//   target (token) the token that it says
//   rank (integer) that token's rank in the prediction; 1 where it is what greedy decoding takes
//   probability (float) its probability
//   metric (float) the metric of the trace
//   prompt (string) what was there before it
//   sampling (string) how tokens were chosen
//   generated (string) all that was generated
MATCH (t:Trace {id: $trace})
MATCH (s:Trace {generation: t.generation})
RETURN s.step AS step, s.id AS traced, s.target AS target, s.targetRank AS rank, s.targetProbability AS probability, s.metricValue AS metric,
       s.prompt AS prompt, s.sampling AS sampling, s.generated AS generated
ORDER BY step
LIMIT $limit
