// Made by `npm run types`: change what it is made of, not this.

export const ACTIVATION_ID =
  /^L\d+P\d+\.(?:embed|change_embed|ln1|H\d+\.v|H\d+|b_O|change_attn|attn|change_mid|mid|ln2|N\d+|b_out|change_mlp|mlp|change_post|post|final)$/;
export const COLUMN_TYPES = [
  'string',
  'integer',
  'float',
  'boolean',
  'list',
  'map',
  'node',
  'relationship',
  'path',
  'token',
  'trace',
  'head',
  'neuron',
  'position',
] as const;
export const COMPARED_BYS = ['components', 'positions', 'attention', 'tokens'] as const;
export const COMPARED_KINDS = ['residual', 'head', 'attention', 'neuron', 'mlp', 'bias', 'token'] as const;
export const COMPONENT_NAME = /^L\d+(?:H\d+|N\d+|\.mlp)$/;
export const COMPONENT_OVERVIEW_KIND = ['head', 'neuron', 'mlp'] as const;
export const FIGURE_NAMES = [
  'norm',
  'share',
  'influence',
  'dla',
  'effect',
  'targetRank',
  'targetProbability',
  'weight',
  'rank',
  'logit',
  'probability',
] as const;
export const FLOW_DETAILS = ['stream', 'heads', 'neurons'] as const;
export const FLOW_EDGE_KINDS = ['stream', 'attend', 'read', 'attention', 'mlp', 'head', 'neuron'] as const;
export const FLOW_NODE_KINDS = ['residual', 'attention', 'mlp', 'head', 'neuron'] as const;
export const JOB_KINDS = ['trace', 'pull', 'index', 'circuit'] as const;
export const JOB_PHASES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const JOB_REQUEST_BOS = ['auto', 'add', 'none'] as const;
export const JOB_REQUEST_DETAIL = ['stream', 'heads', 'neurons', 'full'] as const;
export const JOB_REQUEST_EFFECTS = ['logit', 'probability', 'none'] as const;
export const JOB_REQUEST_MEASURE = ['none', 'mlps', 'heads', 'all'] as const;
export const JOB_REQUEST_METRIC = ['logit', 'difference'] as const;
export const JOB_REQUEST_SHARES = ['l1', 'l2'] as const;
export const KEY_VIEW_ROLE = ['read', 'trace', 'admin'] as const;
export const LENS_SITES = ['post', 'mid'] as const;
export const LINK_TYPES = ['AFFECTS', 'ADDS_TO', 'ATTENDED_BY', 'READ_BY'] as const;
export const METRICS = ['logit', 'logit_difference', 'log_probability'] as const;
export const NODE_KINDS = [
  'residual',
  'attention',
  'mlp',
  'head',
  'memory',
  'neuron',
  'norm',
  'bias',
  'change',
] as const;
export const PARAMETER_TYPES = [
  'string',
  'integer',
  'float',
  'boolean',
  'token',
  'trace',
  'model',
  'head',
  'neuron',
  'tag',
  'position',
] as const;
export const PLACE =
  /^L(\d+)P(\d+)(?:\.(embed|change_embed|ln1|H\d+\.v|H\d+|b_O|change_attn|attn|change_mid|mid|ln2|N\d+|b_out|change_mlp|mlp|change_post|post|final))?$/;
export const SESSION_ROLE = ['read', 'trace', 'admin'] as const;
export const STORY_CAPTION_TEXTS = [
  'copies the answer',
  'works against it',
  'sees its token earlier',
  'continues what followed',
  'reads the repeated token',
  'looks one back',
] as const;
export const STORY_COMPONENT_KINDS = ['head', 'mlp'] as const;
export const STORY_MEASURES = ['measured', 'effect', 'dla'] as const;
export const STORY_ROLES = ['ranked', 'query', 'value', 'feeds', 'duplicate', 'induction'] as const;
export const STORY_VIAS = ['query', 'key', 'value', 'mlp'] as const;
export const SUM_OF = ['logit', 'logit_difference', 'log_probability', 'dla', 'share'] as const;
export const TRACE_DETAILS = ['stream', 'heads', 'neurons', 'full'] as const;
export const WHOLE_ID = /^L\d+P\d+\.(?:H\d+|attn|mid|mlp|post)$/;
export const activationId = (layer: number, position: number, site: string): string =>
  `${placeId(layer, position)}.${site}`;
export const componentName = (layer: number, part: string): string => `L${layer}${part}`;
export const placeId = (layer: number, position: number): string => `L${layer}P${position}`;
