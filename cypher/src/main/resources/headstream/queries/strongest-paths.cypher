// Strongest paths into the last residual state
// Routes by which parts flow into the last residual state of the target position, over the $width largest shares into
// each whole, as far back as one attention edge, one neuron or the embedding, or as parts are stored. A route's share is
// the product of its edges' shares; ranks are among all parts, stored or not.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   width (integer, default 2) the last rank of a share that is followed; each step more multiplies the routes
//   limit (integer, default 20) most rows
// columns:
//   share (float) product of the shares along the route
//   start (string) id of the part it starts from
//   token (token) the token at that part's position
//   length (integer) edges
//   route (list) ids from the part to the last residual state
//   path (path) the same as a path, to be drawn
MATCH (t:Trace {id: $trace})
MATCH (last:Residual {trace: $trace})
WHERE last.position = t.targetPosition AND last.site = 'post' AND last.layer = t.layers - 1
MATCH path = (start)(()-[edges:ADDS_TO|ATTENDED_BY WHERE edges.rank <= $width]->()){1,500}(last)
WHERE NOT EXISTS { (start)<-[e:ADDS_TO|ATTENDED_BY WHERE e.rank <= $width]-() }
WITH path, start, reduce(product = 1.0, edge IN edges | product * edge.share) AS share
ORDER BY share DESC, start.node
LIMIT $limit
MATCH (p:Position {trace: $trace, index: start.position})
RETURN share, start.node AS start, p.text AS token, length(path) AS length,
       [node IN nodes(path) | node.node] AS route, path
ORDER BY share DESC, start
