// What the weights alone say of a head or a neuron, as far as the model's index has read them.
// params:
//   model (string) id
//   component (string) its name
// columns:
//   relation (string) PROMOTES, SUPPRESSES or DETECTS of a neuron; COPIES of a head
//   rank (integer) the token's
//   token (token) text of it
OPTIONAL MATCH (h:Head {name: $component}) WHERE h.model = $model
OPTIONAL MATCH (n:Neuron {name: $component}) WHERE n.model = $model
WITH coalesce(h, n) AS component WHERE component IS NOT NULL
MATCH (component)-[r:PROMOTES|SUPPRESSES|DETECTS|COPIES]->(k:Token) WHERE r.rank <= 10
RETURN type(r) AS relation, r.rank AS rank, k.text AS token
ORDER BY relation, rank
