// The attention patterns of all heads of a trace, row by row.
// params:
//   trace (trace) its id
// columns:
//   layer (integer) the head's layer
//   index (integer) its index within the layer
//   head (head) its name
//   starts (list) where the row of each query begins in keys and weights; one more says where the last row ends
//   keys (list) the positions that are attended to, row by row
//   weights (list) their attention weights
MATCH (h:HeadPattern {trace: $trace})
WHERE h.weights IS NOT NULL
RETURN h.layer AS layer, h.head AS index, h.name AS head, h.starts AS starts, h.keys AS keys, h.weights AS weights
ORDER BY layer, index
