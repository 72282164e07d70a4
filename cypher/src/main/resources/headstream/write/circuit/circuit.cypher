// A circuit, in place of the one of its name and model, with whose edges go what was measured of them.
// params:
//   properties (map) those of :Circuit, id, name and model among them
OPTIONAL MATCH (old:Circuit {name: $properties.name}) WHERE old.model = $properties.model OR old.id = $properties.id
CALL (old) {
  MATCH (s:Sweep {of: 'edges'}) WHERE s.circuit = old.id
  DETACH DELETE s
  RETURN count(*) AS sweeps
}
OPTIONAL MATCH (old)-[:HAS_NODE]->(n:CircuitNode)
DETACH DELETE n, old
WITH count(*) AS removed
CREATE (c:Circuit)
SET c = $properties, c.createdAt = datetime($properties.createdAt)
