import { render, screen } from '@testing-library/react';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createApi } from '../src/api/client';
import { ApiContext } from '../src/api/context';
import type { Job } from '../src/api/types';
import { JobProgress } from '../src/prompt/JobProgress';
import { watchJob } from '../src/prompt/useJob';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';

const JOB: Job = {
  id: 'job-1',
  kind: 'trace',
  state: 'queued',
  stage: 'waiting',
  done: 0,
  total: 100,
  place: 12,
  traces: [],
  notes: [],
  request: {},
  createdAt: '2026-01-01T00:00:00Z',
};

let server: Server | undefined;
afterEach(() => stop());

function start(job: Job, port = 0): Promise<number> {
  const made = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(job));
  });
  server = made;
  return new Promise((resolve) =>
    made.listen(port, '127.0.0.1', () => resolve((made.address() as AddressInfo).port)),
  );
}

function stop(): Promise<void> {
  const stopped = server;
  server = undefined;
  stopped?.closeAllConnections();
  return new Promise((resolve) => (stopped ? stopped.close(() => resolve()) : resolve()));
}

it('waits for a server that was stopped, and shows the job again', async () => {
  const port = await start(JOB);
  const told: string[] = [];
  const until = async (event: string) => {
    for (let i = 0; i < 500 && told.at(-1) !== event; i++) await new Promise((next) => setTimeout(next, 20));
    expect(told.at(-1)).toBe(event);
  };
  const unwatch = watchJob(createApi(`http://127.0.0.1:${port}`), 'job-1', {
    onJob: (job) => told.push(job.state),
    onAway: (away) => away && told.push('away'),
    onError: (error) => told.push(error.message),
  });
  await until('queued');
  await stop();
  await until('away');
  await start({ ...JOB, state: 'done', traces: ['t'] }, port);
  await until('done');
  unwatch();
});

function show(job: Job, away: boolean) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ApiContext.Provider value={createApi()}>
        <JobProgress job={job} away={away} />
      </ApiContext.Provider>
    </QueryClientProvider>,
  );
}

it('shows how many prompts come before', () => {
  show(JOB, false);
  expect(screen.getByText(/12 prompts before it/)).toBeVisible();
});

it('says of a server that is away that it keeps the job', () => {
  show({ ...JOB, place: 1 }, true);
  expect(screen.getByText(/· 1 prompt before it/)).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('It keeps the job');
});
