// Models in the graph whose names begin as typed.
// $prefix: what was typed; $model: id, or null for any; $limit
MATCH (m:Model) WHERE m.name STARTS WITH $prefix AND ($model IS NULL OR m.id = $model)
RETURN m.name AS value, m.name AS label, m.id AS detail
ORDER BY value LIMIT $limit
