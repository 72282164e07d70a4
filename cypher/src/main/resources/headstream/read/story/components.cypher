// The components that the story of a trace is told with: heads and MLPs by the size of the sum of their effects on the metric, over all positions but the
// first, each with the one or two positions where it does most. Left out are heads that rest on the first token. A trace without effects has direct
// logit attribution in their place. The story takes heads and MLPs in turn, 14 and 6 of any 20.
// params:
//   trace (trace) its id
// columns:
//   component (string) the head or MLP
//   kind (string) head or mlp
//   sum (float) of its effects
//   places (list) [{node, position, amount, reads: the key, weight}], the strongest first
MATCH (t:Trace {id: $trace})
CALL (t) {
    MATCH (o:HeadOutput {trace: t.id}) RETURN o, 'head' AS kind
  UNION ALL
    MATCH (o:MlpOutput {trace: t.id}) RETURN o, 'mlp' AS kind
}
WITH kind, o, CASE t.effects WHEN 'none' THEN o.dla ELSE o.effect END AS amount
WHERE amount <> 0 AND (o.position > 0 OR t.targetPosition = 0)
WITH kind, o, amount ORDER BY abs(amount) DESC, o.position DESC
WITH kind, o.name AS component, sum(amount) AS total, collect({output: o, amount: amount})[..2] AS strongest
WITH kind, component, total, [s IN strongest WHERE abs(s.amount) >= 0.5 * abs(strongest[0].amount)] AS strongest
ORDER BY abs(total) DESC
LIMIT 300
UNWIND strongest AS place
WITH kind, component, total, place.output AS o, place.amount AS amount
OPTIONAL MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue)
WITH kind, component, total, o, amount, a, v ORDER BY abs(coalesce(a.effect, a.share)) DESC, v.position
WITH kind, component, total, o, amount, collect({key: v.position, weight: a.weight})[0] AS reads
WHERE kind = 'mlp' OR o.position = 0 OR reads.key IS NULL OR reads.key > 0 OR reads.weight <= 0.8
WITH kind, component, total, collect({node: o.node, position: o.position, amount: amount, reads: reads.key, weight: reads.weight}) AS places
RETURN component, kind, total AS sum, places
ORDER BY abs(total) DESC, component
