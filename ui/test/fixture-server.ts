import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { JobRequest, Parameters } from '../src/api/types';
import { activation } from './fixture/activation';
import { pruneFlow } from './fixture/flow';
import { Jobs } from './fixture/jobs';
import { answer, completions, QUERIES } from './fixture/queries';
import { GOLDEN, MODEL, record, type Recorded } from './fixture/traces';

export interface FixtureServer {
  url: string;
  /** every request's method, path and body, in order */
  seen: { method: string; path: string; body: unknown }[];
  close: () => Promise<void>;
}

interface Options {
  port?: number;
  /** milliseconds between a job's steps */
  step?: number;
  /** without traces, as a new server is */
  empty?: boolean;
}

const DIST = join(import.meta.dirname, '../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The api of docs/api-contract.md over two golden traces, and the built page: enough to develop and to test against. */
export async function startFixtureServer({
  port = 0,
  step = 30,
  empty = false,
}: Options = {}): Promise<FixtureServer> {
  const traces = new Map<string, Recorded>();
  if (!empty) {
    traces.set('mary-1', record('mary-1', GOLDEN.mary, { distractor: ' John' }));
    traces.set('tokyo-1', record('tokyo-1', GOLDEN.tokyo, { detail: 'full' }));
  }
  const asked = new Map<string, JobRequest>();
  const jobs = new Jobs(step, (job) => {
    const request = asked.get(job.id);
    const id = `trace-${job.id}`;
    traces.set(id, record(id, request?.prompt.includes('Mary') ? GOLDEN.mary : GOLDEN.tokyo, request ?? {}));
    const notes = request?.target?.includes('Johannesburg')
      ? ['target " Johannesburg" has 3 tokens; the first, " Joh", is traced']
      : [];
    return { traces: [id], notes };
  });
  const models = [MODEL];
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

    switch (`${method} ${kind ?? ''}`) {
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
        const asking = body as JobRequest;
        if (asking.prompt.startsWith('fail'))
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
      case 'GET queries':
        return json(response, { items: QUERIES });
      case 'GET completions':
        return json(response, { items: completions(query.get('type') ?? '', query.get('prefix') ?? '') });
      case 'POST queries':
        return json(response, answer(id ?? '', (body as { parameters: Parameters }).parameters, 'mary-1'));
      case 'POST cypher':
        return cypher(response, (body as { statement: string }).statement);
      case 'DELETE traces':
        traces.delete(id ?? '');
        return json(response, undefined, 204);
    }
    if (kind !== 'traces') return problem(response, 404, 'Not found', `There is nothing at ${url.pathname}.`);
    if (!id) {
      const words = (query.get('query') ?? '').toLowerCase();
      const items = [...traces.values()]
        .map((each) => each.trace)
        .filter((trace) => trace.prompt.toLowerCase().includes(words));
      return json(response, { items: items.reverse() });
    }
    const recorded = traces.get(id);
    if (!recorded)
      return problem(response, 404, 'No such trace', `There is no trace '${id}': it may have been deleted.`);
    const { golden, whole, trace } = recorded;
    if (sub === 'flow') {
      const detail = query.get('detail') ?? 'neurons';
      const known = detail === 'stream' || detail === 'heads' || detail === 'neurons';
      if (!known) return problem(response, 400, 'Bad Request', `detail '${detail}' is not known.`);
      return json(response, pruneFlow(id, golden, whole, Number(query.get('threshold') ?? 0.04), detail));
    }
    if (sub === 'activations') {
      const found = activation(golden, whole, node ?? '');
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

function cypher(response: ServerResponse, statement: string): void {
  if (/\b(CREATE|DELETE|SET|MERGE)\b/.test(statement)) {
    problem(
      response,
      400,
      'Writing is not allowed',
      'Only statements that read are run here: this one is READ_WRITE. Use MATCH and RETURN.',
    );
  } else if (statement.includes('slow')) {
    setTimeout(() => json(response, answer('graph-size', {}, '')), 10_000).unref();
  } else json(response, answer(statement.includes('WRITES') ? 'heads-that-write-a-token' : '', {}, 'mary-1'));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, title: string, detail: string): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail }));
}

function file(path: string, response: ServerResponse): void {
  const name = join(DIST, normalize(path === '/' ? '/index.html' : path));
  if (!existsSync(name))
    return problem(response, 404, 'Not found', `There is no file ${path}: run the build first.`);
  response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' });
  response.end(readFileSync(name));
}
