import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

describe('the header', () => {
  it('leads to Neo4j Browser where there is one', async () => {
    const address = '/browser/?dbms=bolt://localhost:7687';
    await open('#/', { browser: address });
    expect(await screen.findByRole('link', { name: 'Neo4j Browser' })).toHaveAttribute('href', address);
  });

  it('says nothing of it where there is none', async () => {
    const { server } = await open('#/');
    await waitFor(() => expect(server.seen.map((request) => request.path)).toContain('/api/settings'));
    await screen.findByRole('link', { name: /When Mary/ });
    expect(screen.queryByRole('link', { name: 'Neo4j Browser' })).toBeNull();
  });
});
