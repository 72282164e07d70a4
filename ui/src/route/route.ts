import { FLOW_DETAILS, placeId, STORY_MEASURES } from '../api/generated/words';
import type { Detail, FlowDetail } from '../api/types';
import { formatActs, parseActs } from './acts';
import { readCompare, writtenCompare } from './compare';
import { block, camera, ends, numbers, parameters, storyCount, why } from './reading';
import type {
  CircuitsRoute,
  CompareRoute,
  ComponentRoute,
  ConsoleRoute,
  ResultTab,
  Route,
  TraceRoute,
  TracesRoute,
  TraceView,
} from './routes';

export type * from './routes';
export type { Act } from './acts';
export { STORY_COUNTS } from './reading';
export { blockAt, blockRoute } from './block';

export const DEFAULT_THRESHOLD = 0.04;
export const THRESHOLDS = { least: 0.005, most: 0.2 };
const TRACE_VIEWS: readonly TraceView[] = [
  'story',
  'words',
  'graph',
  'list',
  'waterfall',
  'heads',
  'sweep',
  'lens',
  'attention',
  'block',
];
/** Of how `chain` and `acts` are written: a link of another version is opened without them. */
const VERSION = '1';
export const RESULT_TABS: readonly ResultTab[] = ['table', 'graph', 'json', 'plan'];

export function parseRoute(hash: string): Route {
  const [path, query] = split(hash.replace(/^#?\/?/, ''), '?');
  const given = new URLSearchParams(query);
  const text = (name: string) => given.get(name) ?? undefined;
  const [page, id, part] = path.split('/');

  if (page === 'trace' && id) {
    return clean<TraceRoute>({
      page: 'trace',
      id: decode(id),
      node: text('node'),
      threshold: threshold(text('threshold')),
      detail: FLOW_DETAILS.find((detail) => detail === text('detail')),
      as: TRACE_VIEWS.find((view) => view === text('as')) ?? 'story',
      block: block(text('block')),
      whole: text('whole'),
      camera: camera(text('camera')),
      count: storyCount(text('count')),
      captions: text('captions') === 'off' ? false : undefined,
      layers: numbers(text('layers')),
      positions: numbers(text('positions')),
      figure: text('figure'),
      circuit: text('circuit'),
      measure: STORY_MEASURES.find((each) => each === text('measure')),
      site: text('site') === 'mid' ? 'mid' : undefined,
      order: (['layer', 'size'] as const).find((order) => order === text('order')),
      paths: numbers(text('paths'))?.[0],
      why: why(text('why')),
      ...(text('v') === undefined || text('v') === VERSION
        ? { chain: ends(text('chain')), acts: parseActs(text('acts')) }
        : {}),
    });
  }
  if (page === 'component' && id && part)
    return clean<ComponentRoute>({ page: 'component', model: decode(id), name: decode(part) });
  if (page === 'circuits')
    return clean<CircuitsRoute>({ page: 'circuits', circuit: text('circuit'), other: text('other') });
  if (page === 'console') {
    return clean<ConsoleRoute>({
      page: 'console',
      trace: text('trace'),
      model: text('model'),
      name: text('name'),
      statement: text('statement'),
      parameters: parameters(text('parameters')),
      as: RESULT_TABS.find((tab) => tab === text('as')),
    });
  }
  if (page === 'compare') {
    return clean<CompareRoute>(readCompare(text));
  }
  return clean<TracesRoute>({ page: 'traces', job: text('job'), query: text('query'), model: text('model') });
}

export function formatRoute(route: Route): string {
  if (route.page === 'trace') {
    const { camera } = route;
    return hash(`trace/${encodeURIComponent(route.id)}`, {
      node: route.node,
      threshold: route.threshold === DEFAULT_THRESHOLD ? undefined : String(route.threshold),
      detail: route.detail,
      as: route.as === 'story' ? undefined : route.as,
      block: route.block && placeId(route.block.layer, route.block.position),
      whole: route.whole,
      camera: camera && [camera.x.toFixed(4), camera.y.toFixed(4), camera.scale.toFixed(3)].join(','),
      count: route.count === undefined ? undefined : String(route.count),
      captions: route.captions === false ? 'off' : undefined,
      layers: route.layers?.join(','),
      positions: route.positions?.join(','),
      figure: route.figure,
      circuit: route.circuit,
      measure: route.measure,
      site: route.site,
      order: route.order,
      paths: route.paths?.toString(),
      why:
        route.why &&
        [route.why.head, route.why.query, route.why.key, route.why.against].join(',').replace(/,$/, ''),
      chain: route.chain?.join(','),
      acts: route.acts && formatActs(route.acts),
      v: route.chain || route.acts?.length ? VERSION : undefined,
    });
  }
  if (route.page === 'console') {
    const { trace, model, name, statement } = route;
    return hash('console', {
      trace,
      model,
      name,
      statement,
      parameters: route.parameters && JSON.stringify(route.parameters),
      as: route.as,
    });
  }
  if (route.page === 'component')
    return hash(`component/${encodeURIComponent(route.model)}/${encodeURIComponent(route.name)}`, {});
  if (route.page === 'circuits') return hash('circuits', { circuit: route.circuit, other: route.other });
  if (route.page === 'compare') return hash('compare', writtenCompare(route));
  return hash('', { job: route.job, query: route.query, model: route.model });
}

/** What a trace of this detail can be drawn with, the most last. */
export function drawable(traced: Detail | undefined): readonly FlowDetail[] {
  return traced === undefined || traced === 'full'
    ? FLOW_DETAILS
    : FLOW_DETAILS.slice(0, FLOW_DETAILS.indexOf(traced) + 1);
}

export function traceRoute(id: string, rest: Partial<TraceRoute> = {}): TraceRoute {
  return { page: 'trace', id, threshold: DEFAULT_THRESHOLD, as: 'story', ...rest };
}

/** The same picture with another circuit marked, or none. */
export function withCircuit(route: TraceRoute, circuit: string | undefined): TraceRoute {
  const { circuit: _, ...rest } = route;
  return circuit === undefined ? rest : { ...rest, circuit };
}

/** The console without a question: what is current. */
export function contextOf({ trace, model }: ConsoleRoute): ConsoleRoute {
  return { page: 'console', ...(trace && { trace }), ...(model && { model }) };
}

function hash(path: string, values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return `#/${path}${given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''}`;
}

function threshold(text: string | undefined): number {
  const value = Number(text ?? DEFAULT_THRESHOLD);
  return Number.isFinite(value)
    ? Math.min(THRESHOLDS.most, Math.max(THRESHOLDS.least, value))
    : DEFAULT_THRESHOLD;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Absent instead of undefined, as exactOptionalPropertyTypes asks. */
function clean<R extends Route>(route: { [K in keyof R]: R[K] | undefined }): R {
  return Object.fromEntries(Object.entries(route).filter(([, value]) => value !== undefined)) as unknown as R;
}
