// Do the parts add up?
// Every whole of a trace with the sum of its stored parts' shares and its remainder, which make 1, and the same for
// direct logit attribution at the target position. The worst come first.
// group: Housekeeping
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 100) most rows
// columns:
//   node (string) id of the whole
//   parts (integer) its stored parts
//   shares (float) the sum of their shares
//   remainder (float) the share of what is not stored
//   total (float) shares plus remainder
//   dla (float) the whole's direct logit attribution
//   dlaOfParts (float) its parts' and its remainder's
MATCH (w:Activation {trace: $trace})<-[a:ADDS_TO|ATTENDED_BY]-()
WITH w, count(*) AS parts, sum(a.share) AS shares, sum(a.dla) AS dla
WITH w, parts, shares, coalesce(w.remainder, 0.0) AS remainder,
     CASE WHEN w.dla IS NULL THEN null ELSE dla + coalesce(w.remainderDla, 0.0) END AS dlaOfParts
RETURN w.node AS node, parts, shares, remainder, shares + remainder AS total, w.dla AS dla, dlaOfParts
ORDER BY abs(total - 1) + abs(coalesce(dla - dlaOfParts, 0.0)) DESC, node
LIMIT $limit
