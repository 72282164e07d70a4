// Neurons whose names begin as typed; each name once.
// $prefix: what was typed; $model: id, or null for any; $limit
MATCH (n:Neuron) WHERE n.name STARTS WITH $prefix AND ($model IS NULL OR n.model = $model)
WITH DISTINCT n.name AS name ORDER BY name LIMIT $limit
RETURN name AS value, name AS label, null AS detail
