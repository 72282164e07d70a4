// What the states of the stream at a position would predict, one a layer.
// params:
//   trace (trace) its id
//   position (integer) the position
//   distractor (string) a token's text, or null
// columns:
//   layer (integer) the state after it
//   targetRank (integer) the target's rank there
//   targetProbability (float) its probability
//   tokens (list) [{text, probability, rank}] of its first tokens, in any order
//   distractorProbability (float) or null where it is not among the first
MATCH (r:Residual {trace: $trace, position: $position})
WHERE r.site = 'post'
RETURN r.layer AS layer, r.targetRank AS targetRank, r.targetProbability AS targetProbability,
  [(r)-[w:WRITES]->(k:Token) | {text: k.text, probability: w.probability, rank: w.rank}] AS tokens,
  head([(r)-[w:WRITES]->(k:Token {text: $distractor}) | w.probability]) AS distractorProbability
ORDER BY layer
