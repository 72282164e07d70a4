import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const link = (values: Record<string, string>) => `#/console?${new URLSearchParams(values).toString()}`;
const asked = (server: Awaited<ReturnType<typeof open>>['server']) =>
  server.seen.filter(({ path }) => path === '/api/cypher').map(({ body }) => body);

describe('free Cypher', () => {
  it('is answered at once when its link says how to show it', async () => {
    const { server } = await open(
      link({ statement: 'MATCH (n) RETURN $x // WRITES', parameters: '{"x": [1, " a"]}', as: 'table' }),
    );
    expect(await screen.findByRole('cell', { name: 'L4H5' })).toBeVisible();
    expect(asked(server)).toEqual([
      { statement: 'MATCH (n) RETURN $x // WRITES', parameters: { x: [1, ' a'] }, limit: 1000 },
    ]);
    expect(screen.getByText('list')).toBeVisible();
  });

  it('waits where the link only holds the question', async () => {
    const { server } = await open(link({ statement: 'RETURN 1' }));
    expect(await screen.findByText('Not asked yet.')).toBeVisible();
    expect(asked(server)).toEqual([]);
  });

  it('says beside the field what is wrong with a parameter, and how to mend it', async () => {
    const { user, server } = await open(link({ statement: 'RETURN $token', parameters: '{"token": 1}' }));
    const field = await screen.findByLabelText('$token');
    fireEvent.change(field, { target: { value: ' Mary' } });
    expect(await screen.findByRole('alert')).toHaveTextContent('double quotes');
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(asked(server)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'make it a text' }));
    expect(field).toHaveValue('" Mary"');
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(asked(server)).toMatchObject([{ parameters: { token: ' Mary' } }]));
    expect(window.location.hash).toContain('as=table');
  });

  it('shows what was refused in the words of the server', async () => {
    await open(link({ statement: 'CREATE (n)', as: 'table' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('this one is READ_WRITE');
  });

  it('asks for more rows where there are more', async () => {
    const { user, server } = await open(link({ statement: 'UNWIND many AS n RETURN n', as: 'json' }));
    expect(await screen.findByText(/Only the first 1,000 rows/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show up to 10,000' }));
    expect(await screen.findByText(/^2,500 rows in/)).toBeVisible();
    expect(asked(server).at(-1)).toMatchObject({ limit: 10_000 });
    expect(screen.queryByText(/Only the first/)).toBeNull();
  });

  it('is stopped, and the server sees it go', async () => {
    const { user } = await open(link({ statement: 'RETURN 1 // slow', as: 'table' }));
    await screen.findByText(/^running/);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/^Stopped/)).toBeVisible();
  });
});

describe('the graph of a result', () => {
  it('draws the nodes with what connects them, and leads to where they stand', async () => {
    const { user } = await open(link({ statement: 'RETURN nodes only', as: 'graph' }));
    const head = await screen.findByRole('button', { name: 'HeadOutput L4H5' });
    expect(screen.getByText('3 nodes, 1 relationships')).toBeVisible();
    expect(screen.getByRole('list', { name: 'Legend' })).toHaveTextContent('HeadOutput 1 Token 1 Trace 1');
    head.focus();
    await user.keyboard('{Enter}');
    const details = within(await screen.findByRole('complementary', { name: 'Node' }));
    expect(details.getByText('3.9696')).toBeVisible();
    expect(details.getByRole('link', { name: 'Open L4H5 in the flow graph' })).toHaveAttribute(
      'href',
      '#/trace/mary-1?node=L4P14.H5',
    );
  });

  it('shows what the database remarks', async () => {
    await open(link({ statement: 'RETURN nodes only', as: 'table' }));
    expect(await screen.findByText(/label is not in the database/)).toBeVisible();
    expect(screen.getByRole('link', { name: /Trace When Mary/ })).toHaveAttribute('href', '#/trace/mary-1');
  });
});

describe('the plan', () => {
  it('is a tree that flags scans and products, without running anything', async () => {
    const { server } = await open(link({ statement: 'MATCH (o), (h) RETURN o, h', as: 'plan' }));
    const tree = within(await screen.findByRole('list', { name: 'Plan' }));
    expect(tree.getByText('NodeByLabelScan').parentElement).toHaveTextContent('scan');
    expect(tree.getByText('NodeIndexSeek').parentElement).toHaveTextContent('index');
    expect(tree.getByText(/about 432 rows · o/)).toBeVisible();
    expect(screen.getByText(/NodeByLabelScan of/)).toHaveTextContent('h:Head reads about 36 nodes');
    expect(asked(server)).toEqual([]);
  });
});

describe('what was asked before', () => {
  it('is found by words, asked again, and forgotten', async () => {
    localStorage.setItem(
      'headstream.history',
      JSON.stringify([
        { statement: 'RETURN $x', parameters: { x: 7 }, at: '2026-11-24T08:00:00Z' },
        { name: 'graph-size', parameters: {}, at: '2026-11-24T08:00:00Z' },
      ]),
    );
    const { user } = await open('#/console');
    await user.click(await screen.findByRole('button', { name: 'History' }));
    fireEvent.change(screen.getByLabelText('Search history'), { target: { value: 'return 7' } });
    expect(screen.queryByRole('link', { name: /graph-size/ })).toBeNull();
    await user.click(screen.getByRole('link', { name: /RETURN \$x/ }));
    expect(await screen.findByLabelText('$x')).toHaveValue('7');
    await user.click(screen.getByRole('button', { name: 'Forget RETURN $x' }));
    expect(localStorage.getItem('headstream.history')).not.toContain('RETURN');
  });

  it('is saved under a name, opened from there, and deleted', async () => {
    const { user } = await open(link({ statement: 'RETURN $x', parameters: '{"x": 7}' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    fireEvent.change(screen.getByLabelText('Save as'), { target: { value: 'seven' } });
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    await user.click(screen.getByRole('button', { name: 'Saved' }));
    expect(screen.getByRole('link', { name: /seven/ }).getAttribute('href')).toContain('RETURN');
    await user.click(screen.getByRole('button', { name: 'Delete seven' }));
    expect(screen.queryByRole('link', { name: /seven/ })).toBeNull();
  });

  it('comes from a file, or says why not', async () => {
    const { user } = await open('#/console');
    fireEvent.click(await screen.findByRole('button', { name: 'Saved' }));
    const choose = (text: string) =>
      user.upload(
        screen.getByLabelText('File of saved queries'),
        new File([text], 'queries.json', { type: 'application/json' }),
      );
    await choose('{"queries": []}');
    expect(await screen.findByRole('alert')).toHaveTextContent('no saved queries');
    await choose(
      '{"format":"headstream-queries","version":1,"queries":[{"name":"q","statement":"RETURN 1","parameters":{}}]}',
    );
    expect(await screen.findByText('1 imported')).toBeVisible();
    expect(screen.getByRole('link', { name: /^q/ })).toBeVisible();
  });
});

describe("a named query's form", () => {
  it('finds a trace by words of its prompt, and says which one is chosen', async () => {
    const { user } = await open('#/console?name=strongest-contributors');
    const field = await screen.findByLabelText(/^trace/);
    await user.clear(field);
    await user.type(field, 'Japan');
    await waitFor(() =>
      expect(document.querySelector('#parameter-trace-completions option')).toHaveValue('tokyo-1'),
    );
    await user.clear(field);
    await user.type(field, 'tokyo-1');
    expect(
      await screen.findByText('The capital of Japan is the city of', { selector: 'output' }),
    ).toBeVisible();
  });
});
