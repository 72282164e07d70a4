// A page of traces, newest first.
// $model: id or name, or null; $text: part of the prompt, or null; $tag: or null; $before, $beforeId: createdAt and id of
// the last trace of the page before, or null; $limit
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL
  AND ($model IS NULL OR $model IN [t.model, t.modelName])
  AND ($text IS NULL OR toLower(t.prompt) CONTAINS toLower($text))
  AND ($tag IS NULL OR $tag IN t.tags)
  AND ($before IS NULL
    OR t.createdAt < datetime($before)
    OR (t.createdAt = datetime($before) AND t.id < $beforeId))
WITH t ORDER BY t.createdAt DESC, t.id DESC LIMIT $limit
OPTIONAL MATCH (t)-[p:PREDICTS {rank: 1}]->(k:Token)
RETURN properties(t) AS trace, k.text AS prediction, p.probability AS probability
ORDER BY t.createdAt DESC, t.id DESC
