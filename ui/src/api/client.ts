import { ApiError } from './ApiError';
import type * as T from './types';

export { ApiError } from './ApiError';

export interface FlowOptions {
  threshold: number;
  detail?: T.FlowDetail | undefined;
}
export interface TraceFilter {
  model?: string | undefined;
  query?: string | undefined;
  after?: string | undefined;
  limit?: number;
}

export type Api = ReturnType<typeof createApi>;

/**
 * The calls of ../../openapi.json. `base` is where the server lives: '' for the one that served the page. `onSignedOut` is told when the
 * server asks for a key.
 */
export function createApi(base = '', onSignedOut: () => void = () => undefined) {
  const told = <R>(answer: Promise<R>): Promise<R> =>
    answer.catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) onSignedOut();
      throw error;
    });
  const get = <R>(path: string, signal?: AbortSignal) =>
    told(request<R>(base + path, { ...(signal && { signal }) }));
  const post = <R>(path: string, body: unknown, signal?: AbortSignal) =>
    told(request<R>(base + path, asJson(body, signal)));
  const put = <R>(path: string, body: unknown) =>
    told(request<R>(base + path, { ...asJson(body), method: 'PUT' }));
  const postForFile = async (path: string, format: string, body: unknown, signal?: AbortSignal) =>
    fileOf(await told(send(base + path + search({ format }), asJson(body, signal))));
  const remove = (path: string) => told(request<undefined>(base + path, { method: 'DELETE' }));
  const trace = (id: string) => `/api/traces/${encodeURIComponent(id)}`;
  const of = (...parts: string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`;

  return {
    base,
    session: (signal?: AbortSignal) => get<T.Session>('/api/session', signal),
    /** not told of as signed out: who signs in is so already */
    signIn: (key: string) => request<T.Session>(`${base}/api/session`, asJson({ key })),
    signOut: () => remove('/api/session'),
    settings: (signal?: AbortSignal) => get<T.Settings>('/api/settings', signal),
    models: (signal?: AbortSignal) =>
      get<{ items: T.Model[] }>('/api/models', signal).then((page) => page.items),
    addModel: (source: string) => post<T.Model | T.Job>('/api/models', { source }),
    submit: (body: T.JobRequest) => post<T.Job>('/api/jobs', body),
    job: (id: string, signal?: AbortSignal) => get<T.Job>(`/api/jobs/${encodeURIComponent(id)}`, signal),
    jobEvents: (id: string) => `${base}/api/jobs/${encodeURIComponent(id)}/events`,
    cancel: (id: string) => remove(`/api/jobs/${encodeURIComponent(id)}`),
    traces: (filter: TraceFilter, signal?: AbortSignal) =>
      get<T.Page<T.TraceSummary>>(`/api/traces${search({ ...filter })}`, signal),
    trace: (id: string, signal?: AbortSignal) => get<T.Trace>(trace(id), signal),
    exportOf: (id: string, format: string) => `${base}${trace(id)}/export${search({ format })}`,
    deleteTrace: (id: string) => remove(trace(id)),
    flow: (id: string, options: FlowOptions, signal?: AbortSignal) =>
      get<T.Flow>(`${trace(id)}/flow${search({ ...options })}`, signal),
    story: (id: string, measure?: T.StoryMeasure, signal?: AbortSignal) =>
      get<T.Story>(`${trace(id)}/story${search({ measure })}`, signal),
    heads: (id: string, signal?: AbortSignal) => get<T.TraceHeads>(`${trace(id)}/heads`, signal),
    lens: (id: string, site: T.LensSite, signal?: AbortSignal) =>
      get<T.Lens>(`${trace(id)}/lens${search({ site })}`, signal),
    attention: (id: string, head: { layer: number; head: number }, signal?: AbortSignal) =>
      get<T.Attention>(`${trace(id)}/attention${search(head)}`, signal),
    thumbnails: (id: string, signal?: AbortSignal) =>
      get<T.AttentionThumbnails>(`${trace(id)}/attention/thumbnails`, signal),
    activation: (id: string, node: string, signal?: AbortSignal) =>
      get<T.Activation>(`${trace(id)}/activations/${encodeURIComponent(node)}`, signal),
    /** any activation, a block at a position, or an attention score in parts, computed by the trace's model */
    computed: (id: string, node: string, signal?: AbortSignal) =>
      get<T.ComputedBlock>(of('computed', id, 'activations', node), signal),
    block: (id: string, layer: number, position: number, signal?: AbortSignal) =>
      get<T.ComputedBlock>(of('computed', id, 'blocks', `${layer}`) + search({ position }), signal),
    score: (id: string, head: string, at: Record<string, number>, signal?: AbortSignal) =>
      get<T.ComputedScore>(of('computed', id, 'scores', head) + search(at), signal),
    compare: (question: T.CompareQuestion, signal?: AbortSignal) =>
      get<T.Comparison>(`/api/compare${search({ ...question })}`, signal),
    sum: (id: string, node: string | undefined, signal?: AbortSignal) =>
      get<T.Sum>(`${trace(id)}/sum${search({ node })}`, signal),
    circuits: (signal?: AbortSignal) =>
      get<{ items: T.Circuit[] }>('/api/circuits', signal).then((all) => all.items),
    circuit: (id: string, signal?: AbortSignal) => get<T.WholeCircuit>(of('circuits', id), signal),
    circuitExport: (id: string, format: string) =>
      `${base}${of('circuits', id, 'export')}${search({ format })}`,
    component: (model: string, name: string, signal?: AbortSignal) =>
      get<T.ComponentOverview>(of('components', model, name), signal),
    labels: (filter: { model?: string; query?: string }, signal?: AbortSignal) =>
      get<{ items: T.ComponentLabel[] }>(`/api/labels${search(filter)}`, signal).then((all) => all.items),
    putLabel: (model: string, component: string, body: T.LabelRequest) =>
      put<T.ComponentLabel>(of('labels', model, component), body),
    deleteLabel: (model: string, component: string) => remove(of('labels', model, component)),
    views: (id: string, signal?: AbortSignal) =>
      get<{ items: T.SavedView[] }>(of('views', id), signal).then((all) => all.items),
    putView: (id: string, name: string, address: string) =>
      put<T.SavedView>(of('views', id, name), { address }),
    deleteView: (id: string, name: string) => remove(of('views', id, name)),
    queries: (signal?: AbortSignal) =>
      get<{ items: T.NamedQuery[] }>('/api/queries', signal).then((page) => page.items),
    completions: (type: T.ParameterType, prefix: string, signal?: AbortSignal) =>
      get<{ items: T.Completion[] }>(`/api/completions${search({ type, prefix })}`, signal).then(
        (page) => page.items,
      ),
    runQuery: (name: string, parameters: T.Parameters, signal?: AbortSignal) =>
      post<T.Result>(`/api/queries/${encodeURIComponent(name)}`, { parameters }, signal),
    cypher: (statement: string, parameters: T.Parameters, limit: number, signal?: AbortSignal) =>
      post<T.Result>('/api/cypher', { statement, parameters, limit }, signal),
    exportQuery: (name: string, parameters: T.Parameters, format: string, signal?: AbortSignal) =>
      postForFile(`/api/queries/${encodeURIComponent(name)}/export`, format, { parameters }, signal),
    exportCypher: (statement: string, parameters: T.Parameters, format: string, signal?: AbortSignal) =>
      postForFile('/api/cypher/export', format, { statement, parameters }, signal),
    plan: (statement: string, parameters: T.Parameters, signal?: AbortSignal) =>
      post<T.Plan>('/api/cypher/plan', { statement, parameters }, signal),
  };
}

function search(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

function asJson(body: unknown, signal?: AbortSignal): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new ApiError(
      'The server does not answer. Is headstream still running? Start it and try again.',
      0,
      'No answer',
    );
  }
  if (!response.ok) throw await problem(response);
  return response;
}

async function fileOf(response: Response): Promise<T.ExportedFile> {
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
  return {
    name: named?.[1] ?? 'answer',
    content: await response.blob(),
    truncated: response.headers.get('X-Headstream-Truncated') === 'true',
  };
}

async function request<R>(url: string, init: RequestInit): Promise<R> {
  const response = await send(url, init);
  const text = await response.text();
  if (text === '') return undefined as R;
  try {
    return JSON.parse(text) as R;
  } catch {
    throw new ApiError(
      `The answer from ${url} is not JSON. Is something between the page and the server?`,
      response.status,
      'Unreadable answer',
    );
  }
}

async function problem(response: Response): Promise<ApiError> {
  const fallback = `The server answered ${response.status} ${response.statusText}`.trim();
  try {
    const body = (await response.json()) as { detail?: unknown; title?: unknown };
    const title = typeof body.title === 'string' ? body.title : fallback;
    return new ApiError(typeof body.detail === 'string' ? body.detail : title, response.status, title);
  } catch {
    return new ApiError(`${fallback}. The server's log says more.`, response.status, fallback);
  }
}

/** Whether no server answers, or what stands before it says so: it may come back. */
export function isAway(error: unknown): boolean {
  return error instanceof ApiError && [0, 502, 503, 504].includes(error.status);
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
