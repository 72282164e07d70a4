import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

describe('the tab', () => {
  it.each([
    ['#/', 'Traces · Headstream'],
    ['#/compare', 'Compare · Headstream'],
    ['#/console', 'Console · Headstream'],
    ['#/console?name=heads-that-write-a-token', 'Heads that write a token · Headstream'],
    ['#/trace/nowhere', 'No trace · Headstream'],
  ])('of %s says what it is', async (hash, title) => {
    await open(hash);
    await waitFor(() => expect(document.title).toBe(title));
  });
});

describe('the skip links', () => {
  it('lead by one Tab to the story', async () => {
    const { user } = await open('#/trace/mary-1');
    await screen.findByRole('group', { name: /^The story of the prediction/ });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.hasAttribute('data-pill')).toBe(true);
  });
});

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
