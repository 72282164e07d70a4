// What all heads and MLPs of a trace amount to together, from a position on: the sum of their absolute effects, kept or not.
// params:
//   trace (trace) its id
//   first (integer) the first position that counts
// columns:
//   amount (float) the sum, or null where the trace has no effects, or keeps no lists of them
CALL () {
  MATCH (n:HeadPattern {trace: $trace})
  WHERE n.effect IS NOT NULL
  RETURN count(n) AS patterns, sum(reduce(sum = 0.0, effect IN n.effect[$first..] | sum + abs(effect))) AS heads
}
CALL () {
  MATCH (n:HookPoint {trace: $trace})
  WHERE n.site = 'mlp' AND n.effect IS NOT NULL
  RETURN sum(reduce(sum = 0.0, effect IN n.effect[$first..] | sum + abs(effect))) AS mlps
}
RETURN CASE WHEN patterns > 0 THEN heads + mlps END AS amount
