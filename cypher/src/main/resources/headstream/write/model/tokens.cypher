// The vocabulary, at the model's first registration; of an imported trace the tokens that it names.
// params:
//   model (string) id
//   rows (list) [{id, text, bytes?}]
UNWIND $rows AS row
MERGE (t:Token {model: $model, id: row.id})
SET t.text = row.text, t.bytes = row.bytes
