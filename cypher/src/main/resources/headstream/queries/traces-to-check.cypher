// Traces to look at twice
// Traces whose figures leave something out: a low coverage, little of the edges' effect stored, or numbers that are not finite.
// group: Housekeeping
// params:
//   coverage (float, default 0.7) the coverage below which a trace is listed
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   prompt (string) its prompt
//   coverage (float) mean share of attention and MLP outputs that their stored parts account for
//   effectCoverage (float) part of the absolute effect of all edges that the stored ones make up; 0 where none are
//   nonFinite (integer) figures left out because they are NaN or infinite
//   detail (string) stream, heads, neurons or full
MATCH (t:Trace) WHERE t.coverage < $coverage OR t.nonFinite > 0
RETURN t.id AS trace, t.prompt AS prompt, t.coverage AS coverage, t.effectCoverage AS effectCoverage,
       t.nonFinite AS nonFinite, t.detail AS detail
ORDER BY nonFinite DESC, coverage, trace
LIMIT $limit
