// Heads whose names begin as typed; each name once.
// $prefix: what was typed; $model: id, or null for any; $limit
MATCH (h:Head) WHERE h.name STARTS WITH $prefix AND ($model IS NULL OR h.model = $model)
WITH h.name AS name, h.layer AS layer, h.head AS head, collect(h.model) AS models
RETURN name AS value, name AS label, null AS detail
ORDER BY layer, head LIMIT $limit
