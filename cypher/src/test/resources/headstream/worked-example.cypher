// A model of two layers with four heads each, and three passes of it. Every head does one thing, so that each question's answer can be told by
// hand. L0H0 attends to the position before, L0H1 to the same token, L0H2 to itself, L0H3 to position 0; L1H0 looks after an earlier " Mary" and
// writes " one", L1H1 looks there and takes " one" away, L1H2 reads " one" and writes " two", L1H3 looks everywhere alike. The first pass has
// everything; of the second the states along the stream are not read at every position, as of long prompts; the third is of version 1.
CREATE (:Model {id: 'worked', name: 'a worked example', family: 'gpt2', layers: 2, heads: 4, indexedLayers: 2});
MATCH (m:Model {id: 'worked'})
UNWIND range(0, 1) AS layer UNWIND range(0, 3) AS head
CREATE (m)-[:HAS_HEAD]->(:Head {model: 'worked', layer: layer, head: head, name: 'L' + layer + 'H' + head, copyingScore: (4 * layer + head) / 8.0});
MATCH (m:Model {id: 'worked'})
UNWIND [[0, 1, 0.5, 0.25], [0, 2, 0.75, 2.5], [1, 1, 1.0, 0.5]] AS r
CREATE (m)-[:HAS_NEURON]->(:Neuron {model: 'worked', layer: r[0], index: r[1], name: 'L' + r[0] + 'N' + r[1], norm: r[2], entropy: r[3]});
UNWIND ['<s>', ' Mary', ' one', ' saw', ' two', ' the', ',', 'Mark'] AS text
WITH collect(text) AS texts UNWIND range(0, size(texts) - 1) AS id
CREATE (:Token {model: 'worked', id: id, text: texts[id]});
UNWIND [['L0N1', 'PROMOTES', ' one', 1, 3.0], ['L0N1', 'PROMOTES', ' two', 2, 2.0], ['L0N1', 'SUPPRESSES', ',', 8, -3.0],
        ['L0N1', 'DETECTS', ' Mary', 1, 4.0], ['L0N2', 'PROMOTES', ' one', 2, 1.0]] AS r
MATCH (n:Neuron {model: 'worked', name: r[0]}), (k:Token {model: 'worked', text: r[2]})
CREATE (n)-[e:$(r[1])]->(k) SET e = {rank: r[3], logit: r[4]};
UNWIND [['L1H0', ' one', 1, 2.0], ['L1H0', ' two', 2, 1.5]] AS r
MATCH (h:Head {model: 'worked', name: r[0]}), (k:Token {model: 'worked', text: r[1]})
CREATE (h)-[:COPIES {rank: r[2], logit: r[3]}]->(k);

UNWIND [
  {id: 'walk', prompt: 'Mary one saw Mary', target: ' one', targetToken: 2, metricValue: 4.0, constant: 0.1, targetPosition: 4, targetRank: 1,
   targetProbability: 0.8, detail: 'neurons', createdAt: datetime('2026-01-03T00:00:00Z'), elapsed: 30, coverage: 0.95, influenceCoverage: 0.75, effectCoverage: 0.875, edgeCoverage: 0.8, version: 2, nonFinite: 0,
   tags: ['walk'], positions: 5, nodes: 60, relationships: 90, profile: [1.0, 0.0] + [x IN range(3, 256) | 0.0]},
  {id: 'run', prompt: 'Mary', target: ' one', targetToken: 2, metricValue: 2.0, constant: 0.0, targetPosition: 1, targetRank: 2,
   targetProbability: 0.2, detail: 'neurons', createdAt: datetime('2026-01-02T00:00:00Z'), elapsed: 20, coverage: 0.9, influenceCoverage: 0.8, effectCoverage: 0.9, edgeCoverage: 0.7, version: 2, nonFinite: 0,
   tags: ['other'], positions: 2, nodes: 12, relationships: 20, profile: [0.6, 0.8] + [x IN range(3, 256) | 0.0]},
  {id: 'rest', prompt: 'nothing', target: ' two', targetToken: 4, metricValue: 1.0, constant: 0.0, targetPosition: 0, targetRank: 5,
   targetProbability: 0.1, detail: 'stream', createdAt: datetime('2026-01-01T00:00:00Z'), elapsed: 10, coverage: 0.5, edgeCoverage: 0.0, version: 1, nonFinite: 2,
   tags: ['other'], positions: 1, nodes: 2, relationships: 3, profile: [0.0, 1.0] + [x IN range(3, 256) | 0.0]}] AS r
MATCH (m:Model {id: 'worked'})
CREATE (t:Trace)-[:OF]->(m)
SET t = r, t.model = 'worked', t.modelName = 'a worked example', t.metric = 'logit', t.layers = 2;
UNWIND [['walk', 1, ' one', 0.8, 4.0], ['walk', 2, ' two', 0.1, 2.0], ['run', 1, ' the', 0.5, 3.0], ['run', 2, ' one', 0.2, 2.0]] AS r
MATCH (t:Trace {id: r[0]}), (k:Token {model: 'worked', text: r[2]})
CREATE (t)-[:PREDICTS {rank: r[1], probability: r[3], logit: r[4]}]->(k);
UNWIND [['walk', ['<s>', ' Mary', ' one', ' saw', ' Mary']], ['run', ['<s>', ' Mary']]] AS r
UNWIND range(0, size(r[1]) - 1) AS index
MATCH (t:Trace {id: r[0]}), (k:Token {model: 'worked', text: r[1][index]})
CREATE (t)-[:HAS_POSITION]->(:Position {trace: t.id, index: index, text: k.text})-[:IS]->(k);
MATCH (p:Position), (q:Position {trace: p.trace, index: p.index + 1}) WHERE p.trace IN ['walk', 'run']
CREATE (p)-[:NEXT]->(q);

// The stream of walk at its last position: embedding 0.5, attention 0.3 and 2.1, MLPs 0.4 and 0.6, constant 0.1 make the logit, 4.0.
UNWIND [
  ['Residual', 'L0P0.embed', {site: 'embed', influence: 0.2, effect: 0.1}], ['Residual', 'L0P1.embed', {site: 'embed', influence: 0.1, effect: -0.3}],
  ['Residual', 'L0P2.embed', {site: 'embed', influence: 0.4, effect: 1.5}], ['Residual', 'L0P3.embed', {site: 'embed', influence: 0.05, effect: 0.0}],
  ['Residual', 'L0P4.embed', {site: 'embed', influence: 0.25, effect: 0.5, norm: 1.0, share: 0.6, dla: 0.5, targetRank: 9, targetProbability: 0.01}],
  ['AttentionOutput', 'L0P4.attn', {norm: 2.0, share: 0.4, dla: 0.3, targetRank: 7, remainder: 0.0625, remainderDla: 0.0, effect: 0.25}],
  ['Residual', 'L0P4.mid', {site: 'mid', norm: 2.5, share: 0.7, dla: 0.8, targetRank: 6, targetProbability: 0.05, influence: 0.6, effect: 0.7}],
  ['MlpOutput', 'L0P4.mlp', {norm: 1.5, share: 0.3, dla: 0.4, targetRank: 3, remainder: 0.5, remainderDla: 0.1, effect: 0.45}],
  ['Residual', 'L0P4.post', {site: 'post', norm: 3.0, share: 0.5, dla: 1.2, targetRank: 4, targetProbability: 0.1, influence: 0.5, effect: 1.0}],
  ['AttentionOutput', 'L1P4.attn', {norm: 4.0, share: 0.5, dla: 2.1, targetRank: 1, remainder: 0.0, remainderDla: 0.0, effect: 2.0}],
  ['Residual', 'L1P4.mid', {site: 'mid', norm: 5.0, share: 0.9, dla: 3.3, targetRank: 1, targetProbability: 0.6, influence: 0.9, effect: 3.0}],
  ['MlpOutput', 'L1P4.mlp', {norm: 1.0, share: 0.1, dla: 0.6, targetRank: 2, remainder: 0.75, remainderDla: 0.8, effect: 0.55}],
  ['Residual', 'L1P4.post', {site: 'post', norm: 6.0, dla: 3.9, targetRank: 1, targetProbability: 0.8, influence: 1.0, effect: 3.9}],
  ['Normalized', 'L0P4.ln1', {site: 'ln1'}], ['Normalized', 'L1P4.final', {site: 'final'}],
  ['HeadOutput', 'L0P2.H0', {effect: 1.1}], ['HeadOutput', 'L0P3.H0', {effect: 0.0}],
  ['HeadOutput', 'L0P4.H0', {norm: 0.5, share: 0.1, dla: 0.1, influence: 0.1, effect: 0.1, targetRank: 5}],
  ['HeadOutput', 'L0P4.H1', {norm: 1.0, share: 0.2, dla: 0.2, influence: 0.2, effect: 0.6, targetRank: 5}],
  ['HeadOutput', 'L0P4.H2', {norm: 0.25, share: 0.05, dla: 0.0, influence: 0.0, effect: 0.0, targetRank: 5}],
  ['HeadOutput', 'L0P3.H3', {effect: 0.0}],
  ['HeadOutput', 'L0P4.H3', {norm: 0.125, share: 0.025, dla: 0.0, influence: 0.0, effect: 0.0, targetRank: 5}],
  ['HeadOutput', 'L1P4.H0', {norm: 2.0, share: 0.25, dla: 2.5, influence: 0.4, targetRank: 1, effect: 2.4}],
  ['HeadOutput', 'L1P4.H1', {norm: 1.0, share: 0.125, dla: -1.0, influence: 0.1, targetRank: 8, effect: -0.9}],
  ['HeadOutput', 'L1P4.H2', {norm: 0.5, share: 0.0625, dla: 0.5, influence: 0.1, targetRank: 7, effect: 0.4}],
  ['HeadOutput', 'L1P4.H3', {norm: 0.5, share: 0.0625, dla: 0.1, influence: 0.1, targetRank: 4, effect: 0.1}],
  ['NeuronActivation', 'L0P1.N1', {activation: 1.0, strength: 1.0, effect: 0.05}],
  ['NeuronActivation', 'L0P4.N1', {activation: 2.0, strength: 3.0, effect: 0.4, dla: 0.3, share: 0.15, influence: 0.1}],
  ['NeuronActivation', 'L1P4.N1', {activation: -1.0, strength: 1.5, effect: -0.1, dla: -0.2, share: 0.025, influence: 0.02}],
  ['MemoryValue', 'L0P0.H2.v', {}], ['MemoryValue', 'L0P0.H3.v', {}], ['MemoryValue', 'L0P1.H0.v', {}], ['MemoryValue', 'L0P1.H1.v', {}],
  ['MemoryValue', 'L0P2.H0.v', {}], ['MemoryValue', 'L0P3.H0.v', {}], ['MemoryValue', 'L0P4.H1.v', {}], ['MemoryValue', 'L0P4.H2.v', {}],
  ['MemoryValue', 'L1P0.H0.v', {}], ['MemoryValue', 'L1P0.H1.v', {}], ['MemoryValue', 'L1P0.H3.v', {}], ['MemoryValue', 'L1P1.H3.v', {}],
  ['MemoryValue', 'L1P2.H0.v', {targetRank: 1}], ['MemoryValue', 'L1P2.H1.v', {}], ['MemoryValue', 'L1P2.H2.v', {}], ['MemoryValue', 'L1P2.H3.v', {}],
  ['MemoryValue', 'L1P3.H3.v', {}], ['MemoryValue', 'L1P4.H2.v', {}], ['MemoryValue', 'L1P4.H3.v', {}]] AS r
CREATE (n:Activation:$(r[0])) SET n = r[2], n.trace = 'walk', n.node = r[1];
UNWIND [
  ['Residual', 'L0P1.embed', {site: 'embed', targetRank: 9}], ['Residual', 'L1P1.post', {site: 'post', targetRank: 2}],
  ['HeadOutput', 'L0P1.H0', {norm: 1.0, share: 0.5, dla: 0.5, influence: 0.3}],
  ['HeadOutput', 'L1P1.H0', {norm: 1.0, share: 0.25, dla: -0.2, influence: 0.2}],
  ['MemoryValue', 'L0P0.H0.v', {}], ['MlpOutput', 'L0P1.mlp', {dla: 1.0, share: 0.25}]] AS r
CREATE (n:Activation:$(r[0])) SET n = r[2], n.trace = 'run', n.node = r[1];
CREATE (:Activation:Residual {trace: 'rest', node: 'L0P0.embed', site: 'embed', norm: 1.0, effect: 0.25, targetRank: 9});
MATCH (n:Activation) WHERE n.trace IN ['walk', 'run', 'rest']
WITH n, split(split(n.node, '.')[0], 'P') AS place, split(n.node, '.')[1] AS part
SET n.layer = toInteger(substring(place[0], 1)), n.position = toInteger(place[1]),
    n.head = CASE WHEN part STARTS WITH 'H' THEN toInteger(substring(part, 1, 1)) END,
    n.index = CASE WHEN part STARTS WITH 'N' THEN toInteger(substring(part, 1)) END,
    n.name = CASE WHEN n:MlpOutput THEN 'mlp_out ' + place[0] WHEN n:AttentionOutput THEN 'attn_out ' + place[0]
      WHEN part STARTS WITH 'H' THEN place[0] + substring(part, 0, 2) + CASE WHEN n:MemoryValue THEN ' value' ELSE '' END WHEN part STARTS WITH 'N' THEN place[0] + part ELSE part + ' ' + place[0] END;
MATCH (n:Activation) WHERE n.trace IN ['walk', 'run'] AND (n:HeadOutput OR n:MemoryValue)
MATCH (h:Head {model: 'worked', name: 'L' + n.layer + 'H' + n.head}) CREATE (n)-[:OF]->(h);
MATCH (n:NeuronActivation {trace: 'walk'}) MATCH (u:Neuron {model: 'worked', name: n.name}) CREATE (n)-[:OF]->(u);

// Every head at all positions of walk: its rows, what is not listed of the fourth, then attention to the first token, the previous, the current, the
// same and what followed it, its DLA, and by position influence and effect.
UNWIND [
  [0, 0, [[1.0], [0.6, 0.4], [0.1, 0.9], [0.2, 0.0, 0.8], [0.3, 0.0, 0.0, 0.7]], 0.0,
   0.3, 0.8, 0.1, 0.0, 0.0, 0.1, [0.0, 0.0, 0.3, 0.0, 0.1], [0.0, 0.0, 1.1, 0.0, 0.1]],
  [0, 1, [[1.0], [0.5, 0.5], [0.5, 0.0, 0.5], [0.5, 0.0, 0.0, 0.5], [0.0, 0.75, 0.0, 0.0, 0.25]], 0.0,
   0.375, 0.0, 0.4375, 0.75, 0.0, 0.2, [0.0, 0.0, 0.0, 0.0, 0.2], [0.0, 0.0, 0.0, 0.0, 0.6]],
  [0, 2, [[1.0], [0.1, 0.9], [0.1, 0.0, 0.9], [0.1, 0.0, 0.0, 0.9], [0.1, 0.0, 0.0, 0.0, 0.9]], 0.0,
   0.1, 0.0, 0.9, 0.0, 0.0, 0.0, [0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]],
  [0, 3, [[1.0], [0.9, 0.1], [0.9, 0.0, 0.1], [0.95], [0.85, 0.0, 0.0, 0.0, 0.15]], 0.05,
   0.9, 0.0, 0.0875, 0.0, 0.0, 0.0, [0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]],
  [1, 0, [[1.0], [1.0], [1.0], [1.0], [0.3, 0.0, 0.7]], 0.0,
   0.825, 0.0, 0.0, 0.0, 0.7, 2.5, [0.0, 0.0, 0.0, 0.0, 0.4], [0.0, 0.0, 0.0, 0.0, 2.4]],
  [1, 1, [[1.0], [1.0], [1.0], [1.0], [0.4, 0.0, 0.6]], 0.0,
   0.85, 0.0, 0.0, 0.0, 0.6, -1.0, [0.0, 0.0, 0.0, 0.0, 0.1], [0.0, 0.0, 0.0, 0.0, -0.9]],
  [1, 2, [[1.0], [0.0, 1.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0, 1.0], [0.0, 0.0, 0.8, 0.0, 0.2]], 0.0,
   0.0, 0.0, 0.8, 0.0, 0.8, 0.5, [0.0, 0.0, 0.0, 0.0, 0.1], [0.0, 0.0, 0.0, 0.0, 0.4]],
  [1, 3, [[1.0], [0.5, 0.5], [1 / 3.0, 1 / 3.0, 1 / 3.0], [0.25, 0.25, 0.25, 0.25], [0.2, 0.2, 0.2, 0.2, 0.2]], 0.0,
   77 / 240.0, 47 / 180.0, 77 / 240.0, 0.2, 0.2, 0.1, [0.0, 0.0, 0.0, 0.0, 0.1], [0.0, 0.0, 0.0, 0.0, 0.1]]] AS r
CREATE (h:HeadPattern {trace: 'walk', layer: r[0], head: r[1], name: 'L' + r[0] + 'H' + r[1],
  starts: [q IN range(0, 5) | reduce(n = 0, row IN r[2][0..q] | n + size([weight IN row WHERE weight > 0]))],
  keys: reduce(all = [], row IN r[2] | all + [k IN range(0, size(row) - 1) WHERE row[k] > 0]),
  weights: reduce(all = [], row IN r[2] | all + [weight IN row WHERE weight > 0]),
  rest: [0.0, 0.0, 0.0, r[3], 0.0], firstToken: r[4], previousToken: r[5], currentToken: r[6], duplicateToken: r[7], induction: r[8],
  dla: r[9], influence: r[10], effect: r[11], norm: [0.5, 0.5, 0.5, 0.5], share: [0.125, 0.125, 0.125, 0.125]});
UNWIND range(0, 1) AS layer UNWIND range(0, 3) AS head
CREATE (:HeadPattern {trace: 'run', layer: layer, head: head, name: 'L' + layer + 'H' + head, starts: [0, 1, 2], keys: [0, 0], weights: [1.0, 1.0],
  rest: [0.0, 0.0], firstToken: 1.0, currentToken: 0.0, dla: CASE head WHEN 0 THEN 0.5 - 0.7 * layer ELSE 0.0 END, influence: [0.0, 0.1],
  norm: [0.5], share: [0.125]});
MATCH (h:HeadPattern)
UNWIND range(1, size(h.starts) - 2) AS q
WITH h, q, h.keys[h.starts[q]..h.starts[q + 1]] AS keys, h.weights[h.starts[q]..h.starts[q + 1]] AS weights
WITH h, q, reduce(sum = 0.0, weight IN weights | sum - weight * log(weight)) AS entropy,
     reduce(sum = 0.0, i IN range(0, size(keys) - 1) | sum + weights[i] * (q - keys[i])) AS distance
OPTIONAL MATCH (o:HeadOutput {trace: h.trace, name: h.name, position: q})
FOREACH (node IN CASE WHEN o IS NULL THEN [] ELSE [o] END | SET node.entropy = entropy)
WITH h, avg(entropy) AS entropy, avg(entropy / log(q + 1)) AS evenness, avg(distance) AS distance
SET h.entropy = entropy, h.evenness = evenness, h.distance = distance;
MATCH (h:HeadPattern)
MATCH (o:HeadOutput {trace: h.trace, layer: h.layer, head: h.head}) WHERE o.norm IS NOT NULL
SET h.norm = h.norm + o.norm, h.share = h.share + o.share, h.influence = h.influence[..-1] + o.influence;
MATCH (h:HeadPattern {trace: 'run'}) WHERE size(h.norm) = 1 SET h.norm = h.norm + 0.5, h.share = h.share + 0.125;
MATCH (p:HeadPattern) MATCH (h:Head {model: 'worked', name: p.name}) CREATE (p)-[:OF]->(h);

// The stream at all positions: where walk has no nodes, every state reads as the token that stands there, and the last one as what comes next.
UNWIND ['walk', 'run'] AS trace
UNWIND [[0, 'embed'], [0, 'attn'], [0, 'mid'], [0, 'mlp'], [0, 'post'], [1, 'attn'], [1, 'mid'], [1, 'mlp'], [1, 'post']] AS r
OPTIONAL MATCH (n:Activation {trace: trace, layer: r[0]}) WHERE n.node ENDS WITH 'P' + CASE trace WHEN 'walk' THEN '4.' ELSE '1.' END + r[1]
WITH trace, r, n, CASE trace WHEN 'walk' THEN [0.5, 0.5, 0.5, 0.5] ELSE [0.5] END AS before
CREATE (h:HookPoint {trace: trace, layer: r[0], site: r[1], name: coalesce(n.name, r[1] + ' L' + r[0]), norm: before + coalesce(n.norm, 0.5),
  influence: [x IN before | 0.0] + coalesce(n.influence, 0.0), effect: CASE trace WHEN 'walk' THEN [x IN before | 0.0] + coalesce(n.effect, 0.0) END})
SET h.share = CASE WHEN r = [1, 'post'] THEN null ELSE [x IN before | 0.25] + coalesce(n.share, 0.25) END;
MATCH (h:HookPoint {trace: 'walk', site: 'embed'}) SET h.influence = [0.2, 0.1, 0.4, 0.05, 0.25], h.effect = [0.1, -0.3, 1.5, 0.0, 0.5];
UNWIND [
  [0, 'embed', [' Mary', '<s>', ' saw', ' two', ' the'], [0.9, 0.02, 0.01, 0.01, 0.01]],
  [0, 'mid', [' saw', ' Mary', ' the', ' two', '<s>'], [0.4, 0.3, 0.1, 0.05, 0.01]],
  [0, 'post', [' the', ' saw', ' Mary', ' one', ' two'], [0.5, 0.2, 0.15, 0.1, 0.02]],
  [1, 'mid', [' one', ' the', ' two', ' saw', ' Mary'], [0.6, 0.2, 0.1, 0.05, 0.01]],
  [1, 'post', [' one', ' two', ' the', ' saw', ' Mary'], [0.8, 0.1, 0.05, 0.01, 0.005]]] AS r
MATCH (h:HookPoint {trace: 'walk', layer: r[0], site: r[1]})
MATCH (n:Residual {trace: 'walk', layer: r[0], site: r[1], position: 4})
WITH h, n, r, CASE WHEN r[0] = 1 AND r[1] = 'post' THEN [' Mary', ' one', ' saw', ' the'] ELSE ['<s>', ' Mary', ' one', ' saw'] END AS firsts,
     ['<s>', ' Mary', ' one', ' saw', ' two', ' the', ',', 'Mark'] AS vocabulary
WITH h, n, r, [first IN firsts | ([first] + [each IN vocabulary WHERE each <> first])[..5]] + [r[2]] AS texts, vocabulary
SET h.tokens = reduce(all = [], text IN reduce(all = [], five IN texts | all + five) | all + [id IN range(0, 7) WHERE vocabulary[id] = text]),
    h.probabilities = reduce(all = [], p IN range(0, 3) | all + [0.5, 0.1, 0.1, 0.1, 0.1]) + r[3],
    h.targetRank = [five IN texts[..4] | [i IN range(0, 4) WHERE five[i] = ' one' | i + 1][0]] + n.targetRank,
    h.targetProbability = [five IN texts[..4] | CASE five[0] WHEN ' one' THEN 0.5 ELSE 0.1 END] + n.targetProbability;

UNWIND [
  ['L0P4.embed', 'L0P4.mid', 0.6, 1], ['L0P4.attn', 'L0P4.mid', 0.4, 2], ['L0P4.mid', 'L0P4.post', 0.7, 1], ['L0P4.mlp', 'L0P4.post', 0.3, 2],
  ['L0P4.post', 'L1P4.mid', 0.5, 1], ['L1P4.attn', 'L1P4.mid', 0.5, 2], ['L1P4.mid', 'L1P4.post', 0.9, 1], ['L1P4.mlp', 'L1P4.post', 0.1, 2],
  ['L0P4.H0', 'L0P4.attn', 0.25, 2], ['L0P4.H1', 'L0P4.attn', 0.5, 1], ['L0P4.H2', 'L0P4.attn', 0.125, 3], ['L0P4.H3', 'L0P4.attn', 0.0625, 4],
  ['L1P4.H0', 'L1P4.attn', 0.5, 1], ['L1P4.H1', 'L1P4.attn', 0.25, 2], ['L1P4.H2', 'L1P4.attn', 0.125, 3], ['L1P4.H3', 'L1P4.attn', 0.125, 4],
  ['L0P4.N1', 'L0P4.mlp', 0.5, 1], ['L1P4.N1', 'L1P4.mlp', 0.25, 1]] AS r
MATCH (a:Activation {trace: 'walk', node: r[0]}), (b:Activation {trace: 'walk', node: r[1]})
CREATE (a)-[:ADDS_TO {share: r[2], rank: r[3], norm: a.norm, dla: a.dla}]->(b);
UNWIND [
  ['L0P1.H0.v', 'L0P2.H0', 0.9, 1.0, 1, {}], ['L0P2.H0.v', 'L0P3.H0', 0.8, 1.0, 1, {}], ['L0P3.H0.v', 'L0P4.H0', 0.7, 1.0, 1, {dla: 0.1}],
  ['L0P1.H1.v', 'L0P4.H1', 0.75, 0.75, 1, {dla: 0.2}], ['L0P4.H1.v', 'L0P4.H1', 0.25, 0.25, 2, {dla: 0.0}],
  ['L0P4.H2.v', 'L0P4.H2', 0.9, 0.9, 1, {dla: 0.0}], ['L0P0.H2.v', 'L0P4.H2', 0.1, 0.1, 2, {dla: 0.0}],
  ['L0P0.H3.v', 'L0P3.H3', 0.95, 0.5, 1, {}], ['L0P0.H3.v', 'L0P4.H3', 0.85, 1.0, 1, {dla: 0.0}],
  ['L1P2.H0.v', 'L1P4.H0', 0.7, 0.8, 1, {dla: 2.0, effect: 1.5}], ['L1P0.H0.v', 'L1P4.H0', 0.3, 0.2, 2, {dla: 0.5}],
  ['L1P2.H1.v', 'L1P4.H1', 0.6, 0.3, 2, {dla: -1.0, effect: -1.0}], ['L1P0.H1.v', 'L1P4.H1', 0.4, 0.7, 1, {dla: 0.0}],
  ['L1P2.H2.v', 'L1P4.H2', 0.8, 0.8, 1, {dla: 0.25}], ['L1P4.H2.v', 'L1P4.H2', 0.2, 0.2, 2, {dla: 0.25}],
  ['L1P0.H3.v', 'L1P4.H3', 0.2, 0.2, 1, {}], ['L1P1.H3.v', 'L1P4.H3', 0.2, 0.2, 2, {}], ['L1P2.H3.v', 'L1P4.H3', 0.2, 0.2, 3, {}],
  ['L1P3.H3.v', 'L1P4.H3', 0.2, 0.2, 4, {}], ['L1P4.H3.v', 'L1P4.H3', 0.2, 0.2, 5, {}]] AS r
MATCH (a:Activation {trace: 'walk', node: r[0]}), (b:Activation {trace: 'walk', node: r[1]})
CREATE (a)-[e:ATTENDED_BY]->(b) SET e = r[5], e.weight = r[2], e.share = r[3], e.rank = r[4];
MATCH (a:Activation {trace: 'run', node: 'L0P0.H0.v'}), (b:Activation {trace: 'run', node: 'L0P1.H0'})
CREATE (a)-[:ATTENDED_BY {weight: 1.0, share: 1.0, rank: 1, dla: 0.5}]->(b);
UNWIND [
  ['L1P4.H0', 'L1P4.post', 'logits', 2.5, 1], ['L0P2.H0', 'L1P2.H0.v', 'key', 0.8, 2], ['L0P4.H1', 'L1P4.H0', 'query', 0.6, 3],
  ['L0P4.mlp', 'L1P4.H1', 'query', -0.5, 4], ['L0P2.H0', 'L1P2.H1.v', 'value', 0.3, 5]] AS r
MATCH (a:Activation {trace: 'walk', node: r[0]}), (b:Activation {trace: 'walk', node: r[1]})
CREATE (a)-[:AFFECTS {via: r[2], effect: r[3], rank: r[4]}]->(b);
UNWIND [
  ['walk', 'L0P4.mlp', 'L0N1', 1, 3.0, 2.0], ['walk', 'L1P4.mlp', 'L1N1', 1, 1.5, -1.0], ['run', 'L0P1.mlp', 'L0N1', 3, 1.0, 1.0], ['run', 'L0P1.mlp', 'L0N2', 2, 2.0, 1.0]] AS r
MATCH (a:Activation {trace: r[0], node: r[1]}), (n:Neuron {model: 'worked', name: r[2]})
CREATE (a)-[:FIRES {rank: r[3], strength: r[4], activation: r[5]}]->(n);
UNWIND [
  ['walk', 'L0P4.embed', 'WRITES', ' Mary', 1, 0.9], ['walk', 'L0P4.mid', 'WRITES', ' saw', 1, 0.4], ['walk', 'L0P4.mid', 'WRITES', ' Mary', 2, 0.3],
  ['walk', 'L0P4.post', 'WRITES', ' the', 1, 0.5], ['walk', 'L0P4.post', 'WRITES', ' one', 4, 0.1], ['walk', 'L1P4.mid', 'WRITES', ' one', 1, 0.6],
  ['walk', 'L1P4.mid', 'WRITES', ' the', 2, 0.2], ['walk', 'L1P4.post', 'WRITES', ' one', 1, 0.8], ['walk', 'L1P4.post', 'WRITES', ' two', 2, 0.1],
  ['walk', 'L0P4.attn', 'WRITES', ' saw', 1, 0.5], ['walk', 'L0P4.attn', 'ERASES', ' the', 8, 0.0],
  ['walk', 'L1P4.attn', 'WRITES', ' one', 1, 0.7], ['walk', 'L1P4.attn', 'WRITES', ' two', 2, 0.1], ['walk', 'L1P4.attn', 'WRITES', ' Mary', 3, 0.1],
  ['walk', 'L0P4.H0', 'WRITES', ' saw', 1, 0.5], ['walk', 'L0P4.H1', 'WRITES', ' Mary', 1, 0.5], ['walk', 'L1P4.H0', 'WRITES', ' one', 1, 0.9],
  ['walk', 'L1P4.H0', 'WRITES', ' saw', 2, 0.05], ['walk', 'L1P4.H1', 'ERASES', ' one', 8, 0.0], ['walk', 'L1P4.H2', 'WRITES', ' two', 1, 0.6],
  ['walk', 'L1P4.H2', 'WRITES', ' one', 7, 0.01], ['walk', 'L1P4.H3', 'WRITES', ' the', 1, 0.3], ['walk', 'L1P4.H0', 'SEEKS', ' Mary', 1, 0.5],
  ['walk', 'L1P2.H0.v', 'OFFERS', ' Mary', 1, 0.5], ['walk', 'L1P2.H0.v', 'OFFERS', ' one', 2, 0.2],
  ['run', 'L0P1.embed', 'WRITES', ' Mary', 1, 0.9], ['run', 'L1P1.post', 'WRITES', ' the', 1, 0.5], ['run', 'L1P1.post', 'WRITES', ' one', 2, 0.2]] AS r
MATCH (a:Activation {trace: r[0], node: r[1]}), (k:Token {model: 'worked', text: r[3]})
CREATE (a)-[e:$(r[2])]->(k) SET e = {rank: r[4], probability: r[5], logit: toFloat(10 - r[4])};
UNWIND [
  ['L0P4.ln1', 'FILTERS', ' the', 1, 0.5, 0.1], ['L0P4.ln1', 'FILTERS', ',', 2, 0.3, 0.2], ['L0P4.ln1', 'LIFTS', ' one', 1, 0.1, 0.4],
  ['L1P4.final', 'FILTERS', ' saw', 1, 0.2, 0.1], ['L1P4.final', 'LIFTS', ' the', 1, 0.1, 0.15]] AS r
MATCH (a:Activation {trace: 'walk', node: r[0]}), (k:Token {model: 'worked', text: r[2]})
CREATE (a)-[e:$(r[1])]->(k) SET e = {rank: r[3], before: r[4], after: r[5]};

MATCH (t:Trace) WHERE t.id IN ['walk', 'run'] SET t.metric = 'logit_difference';
// run explains two tokens, of which the second is predicted behind the prompt
MATCH (t:Trace {id: 'run'})
SET t.targetTokens = [2, 4], t.targetPositions = [1, 2], t.targetRanks = [2, 1], t.targetLogProbabilities = [-1.5, -0.25];
MATCH (h:HeadPattern {trace: 'run', name: 'L1H0'}) SET h.effectByToken = [0.5, -0.25], h.influenceByToken = [0.25, 0.125], h.dlaByToken = [1.0, 0.0];
MATCH (h:HookPoint {trace: 'run', layer: 1, site: 'mlp'}) SET h.effectByToken = [-0.75, 0.125], h.influenceByToken = [0.5, 0.0], h.dlaByToken = [0.25, 2.0];

// Sweeps: of walk's heads and MLPs, of run's heads; walk's residual states patched. And run stands for walk without L1H0.
UNWIND [['s1', 'walk', 'heads', 'zero', '2026-01-04T00:00:00Z'], ['s2', 'run', 'heads', 'zero', '2026-01-05T00:00:00Z'],
        ['s3', 'walk', 'mlps', 'zero', '2026-01-04T01:00:00Z'], ['s4', 'walk', 'resid_pre', 'patch', '2026-01-04T02:00:00Z']] AS r
MATCH (t:Trace {id: r[1]})
CREATE (:Sweep {id: r[0], trace: r[1], model: 'worked', of: r[2], kind: r[3], positions: 'all', metricValue: t.metricValue, measurements: 2, createdAt: datetime(r[4]),
  elapsed: 5})-[:OF]->(t);
UNWIND [['s1', 'L1H0', -2.0], ['s1', 'L0H0', -1.0], ['s1', 'L1H1', 0.5], ['s2', 'L1H0', -1.0], ['s2', 'L0H0', 0.25]] AS r
MATCH (s:Sweep {id: r[0]}), (h:Head {model: 'worked', name: r[1]})
CREATE (s)-[:MEASURED {change: r[2], metric: s.metricValue + r[2], rank: 1, probability: 0.5}]->(h);
UNWIND [['s3', 0, 'mlp', null, -0.25], ['s3', 1, 'mlp', null, -1.0], ['s4', 0, 'embed', 1, 1.0], ['s4', 0, 'post', 4, -3.0]] AS r
MATCH (s:Sweep {id: r[0]}), (h:HookPoint {trace: 'walk', layer: r[1], site: r[2]})
CREATE (s)-[:MEASURED {change: r[4], metric: s.metricValue + r[4], rank: 1, probability: 0.5, position: r[3]}]->(h);
MATCH (a:Trace {id: 'run'}), (b:Trace {id: 'walk'})
SET b.generation = 'g', b.step = 1, b.generated = ' on off', b.sampling = 'greedy', a.generation = 'g', a.step = 3, a.generated = ' on off', a.sampling = 'greedy'
CREATE (b)-[:NEXT_STEP {tokens: 2}]->(a)
CREATE (a)-[:INTERVENES_ON {kind: 'zero', components: ['L1H0'], positions: 'all', strength: 1.0, change: a.metricValue - b.metricValue}]->(b);

// Two circuits: names has three edges, others two, of which the embedding's to L0H0 is in both. Of names edges were cut in walk and in run.
UNWIND [['c1', 'names', '2026-01-06T00:00:00Z', 3, 4, 0.9, [0.1, 0.3]], ['c2', 'others', '2026-01-07T00:00:00Z', 2, 3, 0.8, [0.0, 0.0]]] AS r
CREATE (c:Circuit {id: r[0], name: r[1], model: 'worked', metric: 'logit_difference', ablation: 'corrupted', steps: 5, keep: 0.9, seed: 0, foundWith: 2,
  judgedBy: 2, edges: r[3], edgesOfModel: 33, nodes: r[4], metricFull: 2.0, metricEmpty: -2.0, metricValue: r[5] * 4.0 - 2.0, faithfulness: r[5],
  foundFaithfulness: 0.95, complement: 0.05, incompleteness: 0.02, random: r[6], trials: 9, createdAt: datetime(r[2]), elapsed: 7});
UNWIND [['c1', 'embed', 'embed', 0, null], ['c1', 'L0H0', 'head', 0, 0], ['c1', 'L1.mlp', 'mlp', 1, null], ['c1', 'logits', 'logits', 2, null],
        ['c2', 'embed', 'embed', 0, null], ['c2', 'L0H0', 'head', 0, 0], ['c2', 'logits', 'logits', 2, null]] AS r
MATCH (c:Circuit {id: r[0]})
CREATE (c)-[:HAS_NODE]->(n:CircuitNode {circuit: r[0], name: r[1], kind: r[2], layer: r[3], head: r[4]})
WITH n WHERE n.head IS NOT NULL
MATCH (h:Head {model: 'worked', layer: n.layer, head: n.head})
CREATE (n)-[:IS]->(h);
UNWIND [['s5', 'walk', '2026-01-03T00:00:00Z'], ['s6', 'run', '2026-01-03T01:00:00Z']] AS r
MATCH (t:Trace {id: r[1]})
CREATE (:Sweep {id: r[0], trace: r[1], model: 'worked', of: 'edges', circuit: 'c1', kind: 'patch', put: ' the', positions: 'all', metricValue: t.metricValue,
  measurements: 2, createdAt: datetime(r[2]), elapsed: 5})-[:OF]->(t);
UNWIND [['s5', 'embed', 'L0H0', -3.0], ['s5', 'L0H0', 'L1.mlp', 0.5], ['s6', 'embed', 'L0H0', -1.0]] AS r
MATCH (s:Sweep {id: r[0]}), (b:CircuitNode {circuit: 'c1', name: r[2]})
CREATE (s)-[:MEASURED {sender: r[1], change: r[3], metric: s.metricValue + r[3], rank: 1, probability: 0.5}]->(b);
UNWIND [['c1', 'embed', 'L0H0', 2.0, 1], ['c1', 'L0H0', 'L1.mlp', -1.0, 2], ['c1', 'L1.mlp', 'logits', 0.5, 3], ['c2', 'embed', 'L0H0', 1.5, 1],
        ['c2', 'L0H0', 'logits', 1.0, 2]] AS r
MATCH (a:CircuitNode {circuit: r[0], name: r[1]}), (b:CircuitNode {circuit: r[0], name: r[2]})
CREATE (a)-[:FEEDS {score: r[3], rank: r[4]}]->(b);
