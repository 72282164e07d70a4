// How much of a trace is in the graph, to be held against what it says of itself.
// $trace: id
CALL () {
  MATCH (n:Activation {trace: $trace}) RETURN count(n) AS activations, sum(COUNT { (n)-->() }) AS out
}
CALL () {
  MATCH (p:Position {trace: $trace}) RETURN count(p) AS positions, sum(COUNT { (p)-->() }) AS prompt
}
MATCH (t:Trace {id: $trace})
RETURN activations + positions + 1 AS nodes, out + prompt + COUNT { (t)-->() } AS relationships
