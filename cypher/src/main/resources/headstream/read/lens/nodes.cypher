// At which positions states of the residual stream are nodes of a trace.
// params:
//   trace (trace) its id
//   sites (list) embed, mid or post
// columns:
//   layer (integer) the state's layer
//   site (string) its site
//   positions (list) of the states that are nodes
MATCH (r:Residual {trace: $trace})
WHERE r.site IN $sites
RETURN r.layer AS layer, r.site AS site, collect(r.position) AS positions
