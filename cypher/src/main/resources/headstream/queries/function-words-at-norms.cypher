// Function words at norms
// How much of what norms filter, and of what they lift, is function words and punctuation, by site and layer: norms act as semantic
// filters (Katz and Belinkov 2023) where the first is larger. Figures of different models stand apart.
// group: Norms
// params:
//   model (model, default any) id or name of the model
//   rank (integer, default 10) the last rank that counts
//   sample (integer, default 100) the newest traces that are looked at
//   limit (integer, default 200) most rows
// columns:
//   model (string) id of its model
//   modelName (string) the model's name
//   site (string) ln1, ln2 or final
//   layer (integer) the norm's layer
//   filtered (float) part of the filtered tokens that are function words or punctuation
//   lifted (float) the same part of the lifted tokens
//   traces (integer) traces that are looked at
WITH split(', . ; : ! ? - ( ) " \' the a an and or but of to in on at by for with from as is are was were be been it its he she they '
  + 'his her their this that these those who which not no so if then than there when', ' ') AS words
MATCH (t:Trace) WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model)
WITH words, t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (m:Model {id: t.model})
MATCH (n:Normalized {trace: t.id}) WHERE n.position = t.targetPosition
MATCH (n)-[f:FILTERS|LIFTS]->(k:Token) WHERE f.rank <= $rank
WITH m, n.site AS site, n.layer AS layer, t, type(f) AS direction,
     CASE WHEN toLower(trim(k.text)) IN words OR trim(k.text) = '' THEN 1.0 ELSE 0.0 END AS function
RETURN m.id AS model, m.name AS modelName, site, layer, avg(CASE direction WHEN 'FILTERS' THEN function END) AS filtered,
       avg(CASE direction WHEN 'LIFTS' THEN function END) AS lifted, count(DISTINCT t) AS traces
ORDER BY model, layer, CASE site WHEN 'ln1' THEN 0 WHEN 'ln2' THEN 1 ELSE 2 END
LIMIT $limit
