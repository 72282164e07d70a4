// Traces to look at twice
// Traces whose figures leave something out: little of the influence of heads and MLPs stored (of the shares, in traces of version 1), or
// numbers that are not finite.
// group: Housekeeping
// params:
//   coverage (float, default 0.7) the coverage below which a trace is listed
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   coverage (float) mean share of attention and MLP outputs that their stored parts account for
//   influenceCoverage (float) part of the influence of all heads' and MLPs' outputs that the stored ones have
//   effectCoverage (float) the same of their absolute effect; 0 where none are computed
//   edgeCoverage (float) part of the absolute effect of all edges that the stored ones make up; 0 where none are
//   nonFinite (integer) figures left out because they are NaN or infinite
//   detail (string) stream, heads, neurons or full
MATCH (t:Trace) WHERE coalesce(t.influenceCoverage, t.coverage) < $coverage OR t.nonFinite > 0
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, t.coverage AS coverage, t.influenceCoverage AS influenceCoverage,
       t.effectCoverage AS effectCoverage, t.edgeCoverage AS edgeCoverage, t.nonFinite AS nonFinite, t.detail AS detail
ORDER BY coalesce(nonFinite, 0) DESC, coalesce(influenceCoverage, coverage), trace
LIMIT $limit
