import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { open } from './open';

it('a trace is downloaded in each format that the server writes', async () => {
  const { user } = await open('#/trace/mary-1');
  await user.click(await screen.findByText('export'));
  const formats = within(screen.getByRole('region', { name: 'Trace' }))
    .getAllByRole('link')
    .map((link) => new URL(link.getAttribute('href') ?? '', 'http://server'))
    .filter((url) => url.pathname.endsWith('/export'))
    .map((url) => url.searchParams.get('format'));
  expect(formats).toEqual(['json', 'graphml', 'csv', 'parquet', 'circuit-tracer']);
});

it('an answer is saved whole, in the format that is chosen, and says where its rows end', async () => {
  const saved = vi.fn((_: Blob) => 'blob:answer');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined }));
  const parameters = new URLSearchParams({ statement: 'RETURN $x', parameters: '{"x": 1}', as: 'table' });
  const { user, server } = await open(`#/console?${parameters.toString()}`);
  await user.click(await screen.findByText('Export the whole answer'));
  await user.click(screen.getByRole('button', { name: 'Parquet' }));
  expect(await screen.findByText(/^answer\.parquet is saved: its first rows only/)).toBeVisible();
  expect(server.seen.at(-1)).toEqual({
    method: 'POST',
    path: '/api/cypher/export?format=parquet',
    body: { statement: 'RETURN $x', parameters: { x: 1 } },
  });
  expect(await saved.mock.calls[0]?.[0].text()).toBe('PAR1 … PAR1');
  await user.click(screen.getByRole('button', { name: 'GraphML' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('no nodes, relationships or paths');
});
