// A circuit, in place of the one of its name and model.
// params:
//   properties (map) those of :Circuit, id, name and model among them
OPTIONAL MATCH (old:Circuit {name: $properties.name}) WHERE old.model = $properties.model OR old.id = $properties.id
OPTIONAL MATCH (old)-[:HAS_NODE]->(n:CircuitNode)
DETACH DELETE n, old
WITH count(*) AS removed
CREATE (c:Circuit)
SET c = $properties, c.createdAt = datetime($properties.createdAt)
