// Removes a circuit, and what was measured of its edges.
// params:
//   circuit (string) its id
// columns:
//   circuits (integer) removed
CALL () {
  MATCH (s:Sweep {of: 'edges'}) WHERE s.circuit = $circuit
  DETACH DELETE s
  RETURN count(*) AS sweeps
}
OPTIONAL MATCH (n:CircuitNode {circuit: $circuit})
DETACH DELETE n
WITH count(*) AS nodes
MATCH (c:Circuit {id: $circuit})
DETACH DELETE c
RETURN count(*) AS circuits
