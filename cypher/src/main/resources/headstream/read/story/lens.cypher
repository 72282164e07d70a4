// What the states of the stream at a position would predict, one a layer.
// params:
//   trace (trace) its id
//   position (integer) the position
//   distractor (string) a token's text, or null
// columns:
//   layer (integer) the state after it
//   targetRank (integer) the target's rank there
//   targetProbability (float) its probability
//   top (map) {text, probability} of the first token
//   distractorProbability (float) or null where it is not among the first
MATCH (r:Residual {trace: $trace, position: $position})
WHERE r.site = 'post'
RETURN r.layer AS layer, r.targetRank AS targetRank, r.targetProbability AS targetProbability,
  head([(r)-[w:WRITES {rank: 1}]->(k:Token) | {text: k.text, probability: w.probability}]) AS top,
  head([(r)-[w:WRITES]->(k:Token {text: $distractor}) | w.probability]) AS distractorProbability
ORDER BY layer
