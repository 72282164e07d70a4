import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { App } from '../src/App';
import { startFixtureServer, type FixtureServer } from './fixture-server';

let server: FixtureServer | undefined;
afterEach(() => server?.close());

/** The whole page over a fixture server of its own, at an address. */
export async function open(hash: string, options: Parameters<typeof startFixtureServer>[0] = {}) {
  server = await startFixtureServer({ step: 5, ...options });
  window.history.replaceState(null, '', hash);
  render(<App base={server.url} />);
  return { user: userEvent.setup(), server };
}
