import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JobRequest, Parameters } from '../src/api/types';
import { activation } from './fixture/activation';
import { circuits } from './fixture/circuits';
import { computed } from './fixture/computed';
import { cypher, PLAN } from './fixture/cypher';
import { compared } from './fixture/comparison';
import { pruneFlow } from './fixture/flow';
import { bodyOf, exported, file, json, problem } from './fixture/http';
import { Jobs } from './fixture/jobs';
import type { Options } from './fixture/options';
import { People } from './fixture/people';
import { answer, completions, QUERIES } from './fixture/queries';
import { storyOf } from './fixture/story';
import { sumOf } from './fixture/sum';
import { isWhole, whole } from './fixture/whole';
import { GOLDEN, MODEL, record, type Recorded } from './fixture/traces';

export interface FixtureServer {
  url: string;
  /** every request's method, path and body, in order */
  seen: { method: string; path: string; body: unknown }[];
  close: () => Promise<void>;
}

/** The api over two golden traces, and the built page: enough to develop and to test against. */
export async function startFixtureServer({
  port = 0,
  step = 30,
  computing = false,
  empty = false,
  untold = false,
  alone = false,
  changed = false,
  refuse,
  copies = 0,
  browser,
  key,
  others = [],
}: Options = {}): Promise<FixtureServer> {
  const traces = new Map<string, Recorded>();
  if (!empty) {
    traces.set('mary-1', record('mary-1', GOLDEN.mary, alone ? {} : { distractor: ' John' }));
    for (let i = 2; i < copies + 2; i++) traces.set(`tokyo-${i}`, record(`tokyo-${i}`, GOLDEN.tokyo, {}));
    traces.set('tokyo-1', record('tokyo-1', GOLDEN.tokyo, { detail: 'full' }));
    if (changed) traces.set('changed-1', record('changed-1', GOLDEN.mary, { baseline: 'mary-1' }));
  }
  const asked = new Map<string, JobRequest>();
  const jobs = new Jobs(step, (job) => {
    const request = asked.get(job.id);
    const id = `trace-${job.id}`;
    traces.set(id, record(id, request?.prompt?.includes('Mary') ? GOLDEN.mary : GOLDEN.tokyo, request ?? {}));
    const notes = request?.target?.includes('Johannesburg')
      ? ['target " Johannesburg" has 3 tokens; the first, " Joh", is traced']
      : [];
    return { traces: [id], notes };
  });
  const people = new People();
  let signedIn = key === undefined;
  const models = [MODEL, ...others];
  const seen: FixtureServer['seen'] = [];

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://fixture');
    const text = await bodyOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const method = request.method ?? 'GET';
    seen.push({ method, path: url.pathname + url.search, body });
    const [, root, kind, id, sub, node] = url.pathname.split('/').map(decodeURIComponent);
    if (root !== 'api') return file(url.pathname, response);
    const query = url.searchParams;
    if (!signedIn && kind !== 'session') return problem(response, 401, 'Unauthorized', 'give a key');
    if (people.takes(kind)) return people.answer({ method, parts: [kind, id, sub], query, body }, response);
    switch (`${method} ${kind ?? ''}`) {
      case 'GET session':
        return signedIn
          ? json(response, { name: key ? 'alice' : '127.0.0.1', role: 'trace', keyed: key !== undefined })
          : problem(response, 401, 'Unauthorized', 'give a key');
      case 'POST session':
        signedIn = (body as { key: string }).key === key;
        return signedIn
          ? json(response, { name: 'alice', role: 'trace', keyed: true })
          : problem(response, 401, 'Unauthorized', 'that key is not known here, or was revoked');
      case 'DELETE session':
        signedIn = false;
        response.writeHead(204).end();
        return;
      case 'GET settings':
        return json(response, browser ? { boltUri: 'bolt://localhost:7687', browser } : {});
      case 'GET models':
        return json(response, { items: models });
      case 'POST models': {
        const { source } = body as { source: string };
        if (source.startsWith('/nowhere'))
          return problem(response, 400, 'This cannot be traced', `'${source}' is not a model folder.`);
        if (!models.some((model) => model.name === source))
          models.push({ ...MODEL, name: source, default: false });
        return source.startsWith('/')
          ? json(response, models.at(-1), 201)
          : json(response, jobs.start(source), 202);
      }
      case 'POST jobs': {
        if (refuse) return problem(response, 403, 'Forbidden', refuse);
        const asking = body as JobRequest;
        if (asking.prompt?.startsWith('fail'))
          return problem(
            response,
            400,
            'Prompt too long',
            'The prompt has 300 tokens; headstream-sample takes 256: shorten it.',
          );
        const job = jobs.start();
        asked.set(job.id, asking);
        return json(response, job, 202);
      }
      case 'GET jobs': {
        const job = jobs.find(id ?? '');
        if (!job) return problem(response, 404, 'No such job', `There is no job '${id ?? ''}'.`);
        return sub === 'events' ? jobs.listen(job.id, response) : json(response, job);
      }
      case 'DELETE jobs':
        jobs.cancel(id ?? '');
        return json(response, undefined, 202);
      case 'GET compare':
        return json(response, ...compared(traces, query));
      case 'GET circuits':
        return json(response, circuits(id, empty));
      case 'GET queries':
        return json(response, { items: QUERIES });
      case 'GET completions':
        return json(response, { items: completions(query.get('type') ?? '', query.get('prefix') ?? '') });
      case 'POST queries':
        if (sub === 'export') return exported(response, query.get('format') ?? 'csv');
        return json(response, answer(id ?? '', (body as { parameters: Parameters }).parameters, 'mary-1'));
      case 'POST cypher':
        if (id === 'export') return exported(response, query.get('format') ?? 'csv');
        return id === 'plan' ? json(response, PLAN) : cypher(response, body as { statement: string });
      case 'DELETE traces':
        traces.delete(id ?? '');
        return json(response, undefined, 204);
    }
    if (kind === 'computed') {
      const held = computing;
      computing = false;
      return computed(response, { id, sub, node }, query, held);
    }
    if (kind !== 'traces') return problem(response, 404, 'Not found', `There is nothing at ${url.pathname}.`);
    if (!id) {
      const words = (query.get('query') ?? '').toLowerCase();
      const items = [...traces.values()]
        .map((each) => each.trace)
        .filter((trace) => trace.prompt.toLowerCase().includes(words));
      const limit = Number(query.get('limit') ?? 50);
      const newest = items.reverse().slice(0, limit);
      return json(response, { items: newest, ...(items.length > limit && { next: 'more' }) });
    }
    const recorded = traces.get(id);
    if (!recorded)
      return problem(response, 404, 'No such trace', `There is no trace '${id}': it may have been deleted.`);
    const { golden, whole: flow, trace } = recorded;
    if (sub === 'flow') {
      const detail = query.get('detail') ?? 'neurons';
      const known = detail === 'stream' || detail === 'heads' || detail === 'neurons';
      if (!known) return problem(response, 400, 'Bad Request', `detail '${detail}' is not known.`);
      return json(response, pruneFlow(id, golden, flow, Number(query.get('threshold') ?? 0.04), detail));
    }
    if (sub === 'story')
      return json(response, { ...storyOf(recorded), ...(untold && { components: [], edges: [] }) });
    if (isWhole(sub)) return whole(response, recorded, node ?? sub, query);
    if (sub === 'sum') {
      const sum = sumOf(query.get('node'));
      return sum ? json(response, sum) : problem(response, 404, 'Not Found', 'that is no sum');
    }
    if (sub === 'activations') {
      const found = activation(golden, flow, node ?? '');
      return found
        ? json(response, found)
        : problem(response, 404, 'No such activation', `Trace '${id}' has no activation '${node ?? ''}'.`);
    }
    return json(response, trace);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      problem(response, 500, 'Fixture failed', String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => {
      jobs.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
