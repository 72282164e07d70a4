// Tokens that begin with
// Entries of the vocabulary by the beginning of their text, and how much stored traces have to do with them.
// Figures of different models stand apart.
// group: Tokens
// params:
//   text (string, required) the beginning, exactly: a leading space matters
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   token (token) the token's text
//   id (integer) its id
//   model (string) id of its model
//   modelName (string) the model's name
//   inPrompts (integer) positions of stored prompts where it stands
//   written (integer) vocabulary projections of stored traces that have it among their first
MATCH (k:Token) WHERE k.text STARTS WITH $text AND ($model IS NULL OR k.model = $model)
WITH k ORDER BY k.text LIMIT $limit
MATCH (m:Model {id: k.model})
RETURN k.text AS token, k.id AS id, m.id AS model, m.name AS modelName, COUNT { (k)<-[:IS]-() } AS inPrompts,
       COUNT { (k)<-[:WRITES]-() } AS written
ORDER BY token, id
