// The traces of a tag, counted by what decides whether they can be compared.
// $tag; $model: id or name, or null
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND $tag IN t.tags AND ($model IS NULL OR $model IN [t.model, t.modelName])
RETURN t.model AS model, t.metric AS metric, t.effects AS effects, t.shares AS shares, t.detail AS detail, count(*) AS traces
ORDER BY traces DESC
