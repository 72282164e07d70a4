// How much of a trace is stored
// What of a pass became nodes, and what that leaves out: the parts of all heads' and MLPs' influence and effect that stored outputs make, of
// the edges between components, and of what attention and MLP outputs are made of. The figures of what is no node are in lists by position.
// group: Housekeeping
// params:
//   trace (trace, default latest) id of the trace
// columns:
//   trace (trace) id of the trace
//   prompt (string) its prompt
//   detail (string) stream, heads, neurons or full
//   version (integer) of the stored form; 1 has neither influence nor effect here, and no lists
//   positions (integer) tokens of the prompt
//   states (integer) positions whose residual states are nodes
//   heads (integer) head outputs that are nodes
//   ofHeads (integer) head outputs of the pass
//   influence (float) part of the influence of all heads' and MLPs' outputs that the stored ones have
//   influenceLeft (float) the remainder
//   effect (float) part of their absolute effect that the stored ones have; 0 where none are computed
//   effectLeft (float) the remainder
//   edges (float) part of the absolute effect of the edges between components that were looked at that the stored ones have
//   shares (float) mean share of attention and MLP outputs that their stored parts account for
MATCH (t:Trace {id: $trace})
MATCH (m:Model {id: t.model})
CALL (t) {
  MATCH (r:Residual {trace: t.id})
  RETURN count(DISTINCT r.position) AS states
}
CALL (t) {
  MATCH (o:HeadOutput {trace: t.id})
  RETURN count(o) AS heads
}
RETURN t.id AS trace, t.prompt AS prompt, t.detail AS detail, t.version AS version, t.positions AS positions, states, heads,
       m.layers * m.heads * t.positions AS ofHeads, t.influenceCoverage AS influence, 1 - t.influenceCoverage AS influenceLeft,
       t.effectCoverage AS effect, 1 - t.effectCoverage AS effectLeft, t.edgeCoverage AS edges, t.coverage AS shares
