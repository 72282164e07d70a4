// Made by `npm run types`: change what it is made of, not this.

export const LABELS = [
  'Model',
  'Head',
  'Neuron',
  'Token',
  'Trace',
  'Position',
  'HeadPattern',
  'HookPoint',
  'Sweep',
  'Circuit',
  'CircuitNode',
  'ComponentLabel',
  'SavedView',
  'Activation',
  'Residual',
  'AttentionOutput',
  'MlpOutput',
  'HeadOutput',
  'MemoryValue',
  'NeuronActivation',
  'Normalized',
  'Bias',
  'Change',
] as const;
export type Label = (typeof LABELS)[number];

export const STATEMENTS = {
  trace: `// A trace with its prompt and its predictions.
MATCH (t:Trace {id: $trace})
CALL (t) {
  MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
  WITH p, k ORDER BY p.index
  RETURN collect({index: p.index, id: k.id, text: p.text}) AS tokens
}
CALL (t) {
  MATCH (t)-[p:PREDICTS]->(k:Token)
  WITH p, k ORDER BY p.rank
  RETURN collect({rank: p.rank, text: k.text, token: k.id, logit: p.logit, probability: p.probability}) AS predictions
}
RETURN properties(t) AS trace, tokens, predictions,
       head(COLLECT { MATCH (s:Trace)-[:NEXT_STEP]->(t) RETURN s.id }) AS before,
       head(COLLECT { MATCH (t)-[:NEXT_STEP]->(s:Trace) RETURN s.id }) AS after,
       COLLECT {
         UNWIND coalesce(t.targetTokens, []) AS id
         OPTIONAL MATCH (k:Token {model: t.model, id: id})
         RETURN coalesce(k.text, '[' + id + ']')
       } AS answer,
       head(COLLECT { MATCH (t)-[:INTERVENES_ON]->(b:Trace) RETURN b.id }) AS baseline
`,
  traces: `// A page of traces, newest first.
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
CALL (t) {
  OPTIONAL MATCH (t)-[:INTERVENES_ON]->(b:Trace)
  RETURN min(b.id) AS baseline
}
RETURN properties(t) AS trace, k.text AS prediction, p.probability AS probability, baseline
ORDER BY t.createdAt DESC, t.id DESC
`,
};

export const SCHEMA_TEXT = `# The graph's vocabulary: docs/schema.md is made from this file, and real traces are checked against it.
# A node:         (Label) what it is          and below it its properties:  name TYPE what it is
# A relationship: (A|B)-[TYPE]->(C) what it says, and below it its properties

(Model) Weights: a checkpoint, registered once
  id STRING short content hash of the checkpoint
  name STRING its id on the hub, or the name of its folder
  family STRING such as gpt2
  layers INTEGER blocks
  heads INTEGER heads in a block
  keyValueHeads INTEGER heads that have keys and values of their own
  dModel INTEGER width of the residual stream
  dHead INTEGER width of a head
  dMlp INTEGER neurons in a block
  vocabulary INTEGER tokens
  context INTEGER most positions in one pass
  parameters INTEGER weights that a pass uses, each counted once
  dtype STRING how they are stored
  source STRING its id on the hub, or the folder it was read from
  revision STRING the hub's commit; absent for a folder
  sha256 STRING of its weights file; of sharded weights, of their lines in files
  files LIST OF STRING every file that counts as sha256sum prints it
  notes LIST OF STRING what to know of it, such as NaN among its weights; absent where there is nothing
  partial BOOLEAN true while it has its heads and those neurons and tokens alone that traces name: only imported ones told of it, or the rest is still being written behind its first trace; absent otherwise
  indexedLayers INTEGER layers whose weights the index has read; all of them once it is complete, absent before it was asked for
(Head) Weights: an attention head
  model STRING id of its model
  layer INTEGER its layer
  head INTEGER its index within the layer
  name STRING such as L3H2
  copyingScore FLOAT sum of its OV circuit's eigenvalues over the sum of their sizes, -1 to 1; by the index
(Neuron) Weights: an MLP neuron
  model STRING id of its model
  layer INTEGER its layer
  index INTEGER its index within the layer
  name STRING such as L3N1204
  norm FLOAT L2 norm of its row of W_out
  entropy FLOAT of that row's vocabulary projection, in nats; by the index
(Token) An entry of the vocabulary
  model STRING id of its model
  id INTEGER the token's id
  text STRING how it is written, no two of a model alike: the decoded text, a leading space kept, mostly; docs/tokens.md
  bytes STRING the same of a token that is only part of a character, such as <0xF0><0x9F>; others have none
(Trace) One forward pass
  id STRING its id
  model STRING id of its model
  modelName STRING the model's name
  prompt STRING the prompt
  target STRING the token that is explained, or the answer of several tokens
  targetToken INTEGER its id; of an answer of several tokens, the first's
  targetTokens LIST OF INTEGER ids of an answer of several tokens; this and the next four are absent of one token
  targetPositions LIST OF INTEGER the positions that they are predicted at
  targetRanks LIST OF INTEGER each one's rank there
  targetLogProbabilities LIST OF FLOAT each one's log probability there, in nats
  distractorTokens LIST OF INTEGER ids of those that they are compared with, place by place; absent without
  distractor STRING the token it is compared with, if any
  distractorToken INTEGER its id; absent in traces of before
  proposedDistractor STRING the token that it is best compared with where nobody names another; absent in traces of before
  metric STRING logit, or logit_difference where there is a distractor; log_probability of an answer of several tokens without one
  metricValue FLOAT the metric in this pass
  constant FLOAT what the final norm's bias adds to the metric, less, of a log probability, the logarithm of the sum of all tokens' exponentiated logits; with the DLA of all parts it makes metricValue
  targetPosition INTEGER the position whose prediction is explained; of an answer of several tokens, the first's
  targetRank INTEGER the target's rank in the prediction; 1 is the most probable; of an answer of several tokens the worst of theirs
  targetProbability FLOAT the target's probability in the prediction; of an answer of several tokens that of them all, one after the other
  detail STRING stream, heads, neurons or full
  shares STRING the measure of shares and influence: l1 or l2
  effects STRING what effects are of: logit (with a distractor, the difference), probability or none
  steps INTEGER points of integrated gradients; 1 is the pass's own gradient
  influenceCoverage FLOAT part of the influence of all heads' and MLPs' outputs that the stored ones have; absent in traces of version 1
  effectCoverage FLOAT the same of their absolute effect; 0 where there are no effects, absent in traces of version 1
  edgeCoverage FLOAT part of the absolute effect of all edges into the 200 activations with the largest effect that the stored AFFECTS make up; 0 where none are
  budget INTEGER nodes that it could have at most; absent in traces of version 1
  createdAt ZONED DATETIME when the pass began
  elapsed INTEGER ms from the pass to its last figure
  coverage FLOAT mean share that their stored parts account for, over the stored attention and MLP outputs
  nonFinite INTEGER figures left out because they are NaN or infinite, as weights that are so make them
  tags LIST OF STRING labels to find it by
  generation STRING of a step of a generation, what its steps share; this and the next four are absent of other traces (docs/generation.md)
  step INTEGER which, from 1: its target is the token of that place
  generated STRING all that was generated after the prompt
  generatedTokens LIST OF INTEGER ids of that
  sampling STRING how the tokens were chosen: greedy, or temperature, top-k, top-p and seed
  interventions STRING what was changed in the pass, as JSON (docs/interventions.md); absent where nothing was
  baseline STRING id of the trace that a changed pass is compared with; absent otherwise
  notes LIST OF STRING what to know of how it was asked for, such as a BOS that was not added again; absent where there is nothing
  profile LIST OF FLOAT what each head and MLP adds to the metric at the target position, folded onto 256 numbers of length 1 (docs/decisions/profile-of-a-trace.md); absent where detail is stream
  version INTEGER version of the stored form: 2; 1 of traces without :HeadPattern and :HookPoint, which kept parts by share alone
  positions INTEGER tokens of the prompt
  layers INTEGER layers of the model
  nodes INTEGER nodes that are its own
  relationships INTEGER relationships that are its own
(Position) A token of the prompt in its place
  trace STRING id of the trace
  index INTEGER the position, from 0
  text STRING the token's
(HeadPattern) A head in one pass, at all positions, whatever is kept of its outputs: its attention pattern, how it behaves, and lists by position
  trace STRING id of the trace
  layer INTEGER its layer
  head INTEGER the head's index within the layer
  name STRING such as L3H2
  starts LIST OF INTEGER where the row of each query begins in keys and weights; one more says where the last row ends
  keys LIST OF INTEGER the positions that are attended to, row by row
  weights LIST OF FLOAT their attention weights
  rest LIST OF FLOAT by query, the attention to keys that are not listed; 0 where the row is whole
  firstToken FLOAT mean attention to position 0, of queries from 1
  previousToken FLOAT mean attention to the position before, of queries from 2
  currentToken FLOAT mean attention to the query's own position, of queries from 1
  duplicateToken FLOAT mean attention to earlier positions of the query's own token, of queries whose token stood before; absent where none did
  induction FLOAT mean attention to the positions after earlier ones of the query's own token, of queries that have such; absent where none has
  entropy FLOAT mean entropy of the rows of queries from 1, in nats
  evenness FLOAT mean of a row's entropy over the largest it could be, of queries from 1
  distance FLOAT mean number of positions looked back, of queries from 1
  dla FLOAT of its output at the target position
  norm LIST OF FLOAT of its output, by position
  share LIST OF FLOAT of its output, by position
  influence LIST OF FLOAT of its output, by position
  effect LIST OF FLOAT of its output, by position; absent where the trace has no effects
  dlaByToken LIST OF FLOAT of an answer of several tokens, of its output at each token's position towards that token; absent of others
  influenceByToken LIST OF FLOAT of such an answer, of its outputs at all positions on each token's prediction alone; their mean is the sum of influence
  effectByToken LIST OF FLOAT of such an answer, of its outputs at all positions on each token's part of the metric; their sum is that of effect
(HookPoint) A site of a layer at all positions, whatever is kept of them: lists by position
  trace STRING id of the trace
  layer INTEGER its layer; 0 for the embedding
  site STRING embed, mid, post, attn or mlp
  name STRING TransformerLens's name with the layer
  norm LIST OF FLOAT L2 norms
  share LIST OF FLOAT parts of the residual states they end in; absent of the last resid_post
  influence LIST OF FLOAT how much of the last residual state came through each
  effect LIST OF FLOAT activation times gradient of the metric; absent where the trace has no effects
  dlaByToken LIST OF FLOAT of mlp_out and an answer of several tokens, at each token's position towards that token; absent of others
  influenceByToken LIST OF FLOAT of such, of all positions on each token's prediction alone; their mean is the sum of influence
  effectByToken LIST OF FLOAT of such, of all positions on each token's part of the metric; their sum is that of effect
  targetRank LIST OF INTEGER the target's rank in the vocabulary projection of each; of residual states, of prompts that are not too long
  targetProbability LIST OF FLOAT the target's probability there
  tokens LIST OF INTEGER ids of the 5 most probable tokens of each, position by position
  probabilities LIST OF FLOAT their probabilities
(Sweep) Changes of a trace's prompt, one component after the other, each measured
  id STRING its id
  trace STRING id of the trace that it is of
  model STRING id of its model
  of STRING what was gone through: heads, mlps, resid_pre, neurons, or edges of a circuit
  circuit STRING id of the circuit whose edges were cut; absent of others
  kind STRING what was done to each: zero, mean, patch or resample; of an edge, to what its reader reads of its writer
  put STRING what was put in its place; absent where it was zero
  positions STRING at which: all, target, or a list
  metricValue FLOAT the metric of the pass as it is
  measurements INTEGER how many were made
  partial BOOLEAN true where it was cancelled before the last; absent otherwise
  createdAt ZONED DATETIME when it began
  elapsed INTEGER ms that it took
(Circuit) The edges between components that keep a behaviour, under a name; metrics are means over the prompts that it is judged by, which it was not found with
  id STRING its id
  name STRING what it is called; a model has one of a name
  model STRING id of its model
  metric STRING logit_difference or logit
  ablation STRING what goes along cut edges: corrupted, mean or zero
  steps INTEGER points of integrated gradients that edges were scored with
  keep FLOAT the part of the metric that was to be kept
  seed INTEGER of what was drawn at random
  foundWith INTEGER prompts that it was found with
  judgedBy INTEGER prompts that it is judged by
  edges INTEGER how many edges it has
  edgesOfModel INTEGER how many the model has
  nodes INTEGER how many nodes its edges join
  metricFull FLOAT the metric of the model
  metricEmpty FLOAT the metric with every edge cut
  metricValue FLOAT the metric with its edges alone
  faithfulness FLOAT (metricValue - metricEmpty) / (metricFull - metricEmpty), Hanna et al. 2024
  foundFaithfulness FLOAT the same over the prompts that it was found with
  complement FLOAT faithfulness of the model without its edges
  incompleteness FLOAT mean over random halves K of it of |m(C without K) - m(M without K)|, as a part of metricFull - metricEmpty, Wang et al. 2022
  random LIST OF FLOAT faithfulness of random circuits of as many edges
  trials INTEGER circuits that were tried
  createdAt ZONED DATETIME when the search began
  elapsed INTEGER ms that it took
(CircuitNode) What a circuit's edges join: a component in that circuit
  circuit STRING id of the circuit
  name STRING embed, a head such as L3H2, an MLP such as L5.mlp, or logits
  kind STRING embed, head, mlp or logits
  layer INTEGER its layer; 0 of the embedding, the number of layers of the logits
  head INTEGER a head's index within the layer; absent of others
(ComponentLabel) What someone calls a component, and wrote of it; models and traces come and go without it
  model STRING id of the component's model
  component STRING its name, such as L3H2, L3N1204 or L5.mlp
  label STRING what it is called
  note STRING what else there is to say of it; absent where nothing is
  by STRING who said so: the name of a key, or an address
  updatedAt ZONED DATETIME when
(SavedView) How someone looked at a trace, under a name; every trace of the same model, tokens, position, target and distractor is shown by it
  pass STRING hash of what is traced
  name STRING its name
  address STRING what stands after the trace's id in the page's address
  by STRING who saved it: the name of a key, or an address
  updatedAt ZONED DATETIME when
(Activation) A vector of the pass; every node below carries this label too, and these properties
  trace STRING id of the trace
  node STRING id within the trace, such as L3P5.H2
  name STRING what a person calls it: the component, or TransformerLens's name for the activation
  layer INTEGER its layer; 0 for the embedding
  position INTEGER its position; of a memory value, the key's
  norm FLOAT L2 norm; of a neuron, |activation| times the norm of its row of W_out
  share FLOAT part of the residual state it ends in, by proximity
  influence FLOAT how much of the last residual state came through it
  dla FLOAT direct logit attribution to the metric; at the target position only
  effect FLOAT activation times gradient of the metric: what the metric would lose without it, to first order
  projectionEntropy FLOAT of its vocabulary projection's distribution, in nats
  targetRank INTEGER the target's rank in its vocabulary projection
  targetProbability FLOAT the target's probability there
  remainder FLOAT of a whole, the share that its stored parts leave out
  remainderDla FLOAT of a whole, the DLA that its stored parts leave out
(Residual) A state of the residual stream
  site STRING embed, mid (after attention) or post (after the MLP)
(AttentionOutput) attn_out: all heads' outputs and b_O
(MlpOutput) mlp_out: all neurons' and b_out
(HeadOutput) A head's output, d_model wide
  head INTEGER the head's index within the layer
  entropy FLOAT of its pattern row, in nats
(MemoryValue) What a head would write if it attended only to this key; share and dla are as the target position uses it
  head INTEGER the head's index within the layer
(NeuronActivation) A neuron's contribution
  index INTEGER the neuron's index within the layer
  activation FLOAT its post-activation value
  strength FLOAT |activation| times the norm of its row of W_out
(Normalized) The output of a layer norm
  site STRING ln1, ln2 or final
(Bias) A bias as a part of what it is added to
  site STRING b_O or b_out
(Change) What interventions put into a whole and took out of it, as a part of its own
  site STRING change_embed, change_attn (heads and their terms too), change_mid, change_mlp (neurons too) or change_post

(Model)-[HAS_HEAD]->(Head) its heads
(Model)-[HAS_NEURON]->(Neuron) its neurons
(Neuron)-[PROMOTES]->(Token) top 10 of the vocabulary projection of its row of W_out; by the index
  rank INTEGER 1 is the most probable
  logit FLOAT its logit in the projection
(Neuron)-[SUPPRESSES]->(Token) bottom 10 of the same; by the index
  rank INTEGER counted from the top
  logit FLOAT its logit in the projection
(Neuron)-[DETECTS]->(Token) top 5 of the projection of its column of W_in (of W_gate in gated MLPs); by the index
  rank INTEGER 1 is the most probable
  logit FLOAT its logit in the projection
(Head)-[COPIES]->(Token) the 10 tokens whose own logit its OV circuit raises most; by the index
  rank INTEGER 1 is the most
  logit FLOAT how much, before the norms' scales
(Trace)-[OF]->(Model) the model that was run
(Trace)-[INTERVENES_ON]->(Trace) a changed pass and the one that it is compared with; one for all interventions that differ in no more than their component
  kind STRING zero, scale, add, patch, resample, mean, freeze, path, remove or mask
  components LIST OF STRING what was changed: a component, or TransformerLens's name; of attention terms the head and the keys
  positions STRING at which: all, target, or a list
  strength FLOAT the factor, or what the vector was multiplied by; 1 otherwise
  change FLOAT the metric after all of them less that of the pass as it is
(Trace)-[NEXT_STEP]->(Trace) a step of a generation and the next one that is traced
  tokens INTEGER how many tokens further that is
(Sweep)-[OF]->(Trace) the pass that was changed
(Sweep)-[MEASURED]->(Head|Neuron|HookPoint|CircuitNode) what changing one does; mlp_out and residual states are hook points of the sweep's trace, and resid_pre is the resid_post before it; of an edge it points at what reads
  change FLOAT the metric after it less that of the pass as it is
  metric FLOAT the metric after it
  rank INTEGER the target's rank after it
  probability FLOAT the target's probability after it
  position INTEGER of a residual state, its position; absent otherwise
  sender STRING of an edge, the name of the CircuitNode that feeds the one this points at; absent otherwise
(Circuit)-[HAS_NODE]->(CircuitNode) what its edges join
(CircuitNode)-[FEEDS]->(CircuitNode) an edge of the circuit, through the residual stream
  score FLOAT by EAP-IG: what cutting it alone would take from the metric, to first order; a mean over the prompts it was found with
  rank INTEGER 1 is the largest absolute score
(CircuitNode)-[IS]->(Head) which head it is
(Trace)-[HAS_POSITION]->(Position) the prompt
(Position)-[IS]->(Token) which token stands there
(Position)-[NEXT]->(Position) the one that follows
(Trace)-[PREDICTS]->(Token) the answer: the 20 most probable next tokens at the target position
  rank INTEGER 1 is the most probable
  logit FLOAT its logit
  probability FLOAT its probability
(HeadOutput|MemoryValue|HeadPattern)-[OF]->(Head) use of a head
(NeuronActivation)-[OF]->(Neuron) use of a neuron
(Residual|HeadOutput|AttentionOutput|MlpOutput|NeuronActivation|Bias|Change)-[ADDS_TO]->(Residual|AttentionOutput|MlpOutput) a part and the whole it is in
  share FLOAT of the whole that the edge points at
  rank INTEGER 1 is the largest share among all parts of the whole
  norm FLOAT L2 norm of the part
  dla FLOAT the part's direct logit attribution; at the target position only
(MemoryValue)-[ATTENDED_BY]->(HeadOutput) an attention edge, from the key's position to the query's
  weight FLOAT attention weight
  share FLOAT of the head's output
  rank INTEGER 1 is the largest share in the head's output
  norm FLOAT L2 norm of weight times memory value
  dla FLOAT direct logit attribution; at the target position only
  effect FLOAT of this term: weight times memory value, times gradient
(Residual|HeadOutput|MlpOutput)-[AFFECTS]->(HeadOutput|MemoryValue|MlpOutput|Residual) an earlier component's output and a later one's input at the same position (edge attribution patching); the 5 strongest into each of the 200 activations with the largest effect, and into the logits
  via STRING what reads: query, key, value, mlp or logits
  effect FLOAT output times gradient at that input alone
  rank INTEGER 1 is the strongest of the trace
(MlpOutput)-[FIRES]->(Neuron) the layer's 100 strongest neurons at the target position
  rank INTEGER 1 is the strongest
  strength FLOAT |activation| times the norm of its row of W_out
  activation FLOAT its post-activation value
(Residual|Normalized)-[READ_BY]->(Normalized|MemoryValue|HeadOutput|MlpOutput) what a block reads: a state, its norm, what is computed from it
(Residual|AttentionOutput|MlpOutput|HeadOutput|Change|MemoryValue|NeuronActivation|Normalized|Bias)-[WRITES]->(Token) top of the vocabulary projection: at the target position 5, of heads 10; elsewhere 5 or, in large traces, fewer; of the last four kinds with detail full alone, which has 10 of all
  rank INTEGER 1 is the most probable
  logit FLOAT its logit in the projection
  probability FLOAT its probability there
(AttentionOutput|MlpOutput|HeadOutput|Change|MemoryValue|NeuronActivation|Normalized|Bias)-[ERASES]->(Token) bottom 3 of the vocabulary projection, beside the target position of large traces fewer; of the last four kinds with detail full alone
  rank INTEGER counted from the top
  logit FLOAT its logit in the projection
  probability FLOAT its probability there
(HeadOutput)-[SEEKS]->(Token) top 5 of the query's projection through W_K: what it looks for; at the target position
  rank INTEGER 1 is the most probable
  logit FLOAT its logit in the projection
  probability FLOAT its probability there
(MemoryValue)-[OFFERS]->(Token) top 5 of the key's projection through W_Q: what it answers to; of keys the target position sees
  rank INTEGER 1 is the most probable
  logit FLOAT its logit in the projection
  probability FLOAT its probability there
(Normalized)-[LIFTS]->(Token) the 10 tokens whose probability rises most through the norm; at the target position
  rank INTEGER 1 is the largest rise
  before FLOAT probability in the projection of the norm's input
  after FLOAT probability in the projection of its output
(Normalized)-[FILTERS]->(Token) the 10 tokens whose probability falls most through the norm; at the target position
  rank INTEGER 1 is the largest fall
  before FLOAT probability in the projection of the norm's input
  after FLOAT probability in the projection of its output
`;
