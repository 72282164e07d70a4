// A layer's strongest neurons at the target position, from its mlp_out to the neurons.
// $model: id; $rows: [{start (element id), layer, index, properties}]
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (n:Neuron {model: $model, layer: row.layer, index: row.index})
CREATE (a)-[r:FIRES]->(n)
SET r = row.properties
