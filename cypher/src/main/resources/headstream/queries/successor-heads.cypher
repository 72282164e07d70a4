// Successor heads
// Heads that look at a token of a sequence and write the one that comes next (Gould et al. 2023): digits, numbers, ordinals, weekdays,
// months and single letters, with a leading space or without, over the newest traces. Where they look is of whole patterns, what they write
// of stored outputs: those at target positions, elsewhere the ones that matter. Traces of version 1 are left out.
// Figures of different models stand apart.
// group: Heads
// params:
//   model (model, default any) id or name of the model
//   tag (tag, default any) only traces with this tag
//   sample (integer, default 100) the newest traces that are looked at
//   weight (float, default 0.2) the least attention weight that counts as looking
//   rank (integer, default 5) the last rank at which a head counts as writing
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   score (float) part of the looks after which it writes the successor
//   writes (integer) looks after which it does
//   looks (integer) stored outputs that look at a token with a successor
//   examples (list) up to five of what it read and wrote
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model) AND ($tag IS NULL OR $tag IN t.tags)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (p:Position {trace: t.id})
WITH t, p, trim(p.text) AS word
UNWIND [split('0 1 2 3 4 5 6 7 8 9 10 11 12', ' '),
        split('one two three four five six seven eight nine ten eleven twelve', ' '),
        split('first second third fourth fifth sixth seventh eighth ninth tenth', ' '),
        split('Monday Tuesday Wednesday Thursday Friday Saturday Sunday Monday', ' '),
        split('January February March April May June July August September October November December January', ' '),
        split('A B C D E F G H I J K L M N O P Q R S T U V W X Y Z', ' ')] AS sequence
WITH t, p, word, [i IN range(0, size(sequence) - 2) WHERE sequence[i] = word | sequence[i + 1]][0] AS successor
WHERE successor IS NOT NULL
MATCH (h:HeadPattern {trace: t.id})
WITH t, p.index AS at, word, successor, h, h.starts AS starts, h.keys AS keys, h.weights AS weights
UNWIND range(at, size(starts) - 2) AS from
WITH t, at, word, successor, h, from, keys[starts[from]..starts[from + 1]] AS row, weights[starts[from]..starts[from + 1]] AS weights
WHERE at IN row AND weights[size([key IN row WHERE key < at])] >= $weight
MATCH (o:Activation {trace: t.id, node: 'L' + h.layer + 'P' + from + '.H' + h.head})
WITH t, h, word, successor,
     EXISTS { MATCH (o)-[w:WRITES]->(k:Token) WHERE w.rank <= $rank AND trim(k.text) = successor } AS written
WITH h.name AS head, t.model AS model, count(*) AS looks, sum(CASE WHEN written THEN 1 ELSE 0 END) AS writes,
     collect(DISTINCT CASE WHEN written THEN word + ' ' + successor END)[..5] AS examples
WHERE writes > 0
MATCH (m:Model {id: model})
RETURN head, model, m.name AS modelName, toFloat(writes) / looks AS score, writes, looks, examples
ORDER BY score DESC, writes DESC, head
LIMIT $limit
