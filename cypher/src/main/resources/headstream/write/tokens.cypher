// The vocabulary, at the model's first registration.
// $model: id; $rows: [{id, text, bytes?}]
UNWIND $rows AS row
CREATE (t:Token {model: $model, id: row.id, text: row.text, bytes: row.bytes})
