import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureServer, type FixtureServer } from './fixture-server';
import { ApiError, createApi, isAbort } from '../src/api/client';

let server: FixtureServer;
beforeAll(async () => {
  server = await startFixtureServer();
});
afterAll(() => server.close());

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as ApiError,
  );

describe('the client', () => {
  it("says what the server's problem+json says", async () => {
    const error = await failure(createApi(server.url).trace('gone'));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 404,
      title: 'No such trace',
      message: "There is no trace 'gone': it may have been deleted.",
    });
  });

  it('names the remedy where nobody answers', async () => {
    const error = await failure(createApi('http://127.0.0.1:1').models());
    expect(error).toMatchObject({ status: 0 });
    expect(error.message).toMatch(/still running/);
  });

  it('reads a problem that is not JSON', async () => {
    const error = await failure(createApi(`${server.url}/nothing-here`).models());
    expect(error.status).toBe(404);
  });

  it('says so where the answer is not JSON', async () => {
    const error = await failure(createApi(server.url).trace('../../index.html'));
    expect(error).toBeInstanceOf(ApiError);
  });

  it('leaves out what is not given, and escapes what is', async () => {
    const api = createApi(server.url);
    await api.traces({ query: 'a & b', model: undefined, after: '' });
    await api.activation('mary-1', 'L4P14.H5');
    await failure(api.trace('a/b ?'));
    const paths = server.seen.map((request) => request.path);
    expect(paths).toContain('/api/traces?query=a+%26+b');
    expect(paths).toContain('/api/traces/mary-1/activations/L4P14.H5');
    expect(paths).toContain('/api/traces/a%2Fb%20%3F');
  });

  it('gives up when asked to, and says that it was', async () => {
    const stop = new AbortController();
    const answer = failure(createApi(server.url).cypher('RETURN "slow"', {}, 10, stop.signal));
    setTimeout(() => stop.abort(), 50);
    expect(isAbort(await answer)).toBe(true);
  });
});
