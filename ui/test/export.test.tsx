import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
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
