// The outputs of all heads and MLPs of a trace, with their figures.
// params:
//   trace (trace) its id
// columns:
//   node (string) the output
//   effect (float) its effect, or null
//   dla (float) its direct logit attribution, or null
//   share (float) its share
//   influence (float) its influence
MATCH (o:HeadOutput {trace: $trace})
RETURN o.node AS node, o.effect AS effect, o.dla AS dla, o.share AS share, o.influence AS influence
UNION ALL
MATCH (o:MlpOutput {trace: $trace})
RETURN o.node AS node, o.effect AS effect, o.dla AS dla, o.share AS share, o.influence AS influence
