// Removes a circuit.
// params:
//   circuit (string) its id
// columns:
//   circuits (integer) removed
OPTIONAL MATCH (n:CircuitNode {circuit: $circuit})
DETACH DELETE n
WITH count(*) AS nodes
MATCH (c:Circuit {id: $circuit})
DETACH DELETE c
RETURN count(*) AS circuits
