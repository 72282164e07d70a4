// A token's text is how it is written, no two of a model alike (docs/tokens.md): bytes of characters as bytes.
MATCH (k:Token) WHERE k.bytes IS NOT NULL AND k.text <> k.bytes SET k.text = k.bytes;
// A backslash goes before what would be read as a byte or an escape.
MATCH (k:Token)
WHERE k.bytes IS NULL AND (k.text CONTAINS '\\' OR k.text CONTAINS '<0x')
WITH k, k.text AS text
SET k.text = reduce(written = '', i IN range(0, size(text) - 1) | written +
  CASE WHEN substring(text, i, 6) =~ '<0x[0-9A-Fa-f]{2}>'
         OR substring(text, i, 6) =~ '(?s)\\\\([\\\\ntr\\[<].*|u[0-9A-Fa-f]{4}|[\\p{Cc}\\p{Cf}\\p{Z}\\u2800\\u3164&&[^ ]].*)'
       THEN '\\' ELSE '' END + substring(text, i, 1));
// And before what would be read as an id.
MATCH (k:Token) WHERE k.text =~ '\\[\\d{1,9}\\]' AND k.text <> '[' + k.id + ']' SET k.text = '\\' + k.text;
// Of tokens with one text the first has it, the others are written by their ids.
MATCH (k:Token)
WITH k.model AS model, k.text AS text, collect(k) AS tokens, min(k.id) AS first
WHERE size(tokens) > 1
UNWIND tokens AS k
WITH k, first WHERE k.id <> first
SET k.text = '[' + k.id + ']';
// The prompts' tokens, targets and distractors likewise.
MATCH (p:Position)-[:IS]->(k:Token) WHERE p.text <> k.text SET p.text = k.text;
MATCH (t:Trace) WHERE t.targetToken IS NOT NULL
MATCH (k:Token {model: t.model, id: t.targetToken}) WHERE k.text <> t.target
SET t.target = k.text;
MATCH (t:Trace) WHERE t.distractorToken IS NOT NULL
MATCH (k:Token {model: t.model, id: t.distractorToken}) WHERE k.text <> t.distractor
SET t.distractor = k.text;
