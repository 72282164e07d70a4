import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mapOf, sweepCsv, sweepName } from '../src/sweep/sweeps';
import { sweepImage } from '../src/sweep/sweepImage';
import { amounts } from '../src/grid/scale';
import type { Trace } from '../src/api/types';
import { PALETTES } from '../src/theme/palette';
import { open } from './open';

describe('the sweeps of a trace', () => {
  it('are a map of layers by heads, with what hurts most told first', async () => {
    const { user } = await open('#/trace/mary-1');
    await user.click(await screen.findByRole('link', { name: 'Sweeps' }));
    expect(window.location.hash).toBe('#/trace/mary-1?as=sweep');
    const grid = within(
      await screen.findByRole('table', {
        name: /^Layer by head: .*each head set to zero, at all positions$/,
      }),
    );
    expect(grid.getAllByRole('button')).toHaveLength(36);
    // 8.079 to 16.572 when L5H0 is gone, 8.079 to -3.929 when L0H1 is
    expect(grid.getByRole('button', { name: 'L0H1: metric −12.008' })).toBeVisible();
    expect(grid.getByRole('button', { name: 'L5H0: metric +8.493' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Measured of L0H1' })).toBeVisible();
  });

  it('are a map of layers by positions too, where residual states were patched', async () => {
    const { user } = await open('#/trace/mary-1?as=sweep');
    await user.selectOptions(await screen.findByLabelText('sweep'), 'sweep-states');
    expect(window.location.hash).toBe('#/trace/mary-1?as=sweep&figure=sweep-states');
    const grid = within(await screen.findByRole('table', { name: /^Layer by position/ }));
    expect(grid.getAllByRole('button')).toHaveLength(6 * 15);
    expect(grid.getByRole('button', { name: 'resid_pre L0 P10: metric +16.587' })).toBeVisible();
    expect(grid.getAllByRole('columnheader', { name: '␣to' }).at(-1)).toHaveClass('marked');
    expect(screen.getByText(/MATCH \(s:Sweep/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'CSV' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'SVG' })).toBeEnabled();
  });

  it('are made with one click, of the trace that is there', async () => {
    const { user, server } = await open('#/trace/tokyo-1?as=sweep');
    expect(
      await screen.findByRole('heading', { name: 'Nothing was measured of this prompt yet' }),
    ).toBeVisible();
    // the sample: six layers of six heads and an MLP; and as many states as tokens in each layer
    expect(await screen.findByText(/· 42 passes/)).toBeVisible();
    expect(screen.getByText(/· 54 passes/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Measure heads and MLPs' }));
    await waitFor(() =>
      expect(
        server.seen.find(({ method, path }) => method === 'POST' && path === '/api/jobs')?.body,
      ).toMatchObject({ measure: 'mlps', sweep: { of: 'heads' } }),
    );
  });
});

describe('a sweep', () => {
  const sweep = {
    id: 's',
    of: 'resid_pre',
    kind: 'patch',
    put: 'a',
    positions: 'all',
    metric: 1,
    partial: true,
  };
  const measured = [
    {
      component: 'resid_pre L1 P0',
      layer: 1,
      position: 0,
      change: -2,
      metric: -1,
      rank: 3,
      probability: 0.1,
    },
    {
      component: 'resid_pre L0 P1',
      layer: 0,
      position: 1,
      change: 0.5,
      metric: 1.5,
      rank: 1,
      probability: 0.9,
    },
  ];
  const trace = { tokens: [{ text: '<a' }, { text: ' b' }], targetPosition: 1 } as unknown as Trace;

  it('says what was done, and that it is not whole', () =>
    expect(sweepName(sweep)).toBe('each residual state from “a”, position by position (cancelled: not all)'));

  it('is written as a picture with every cell and as a table with every figure', () => {
    const map = mapOf(sweep, measured, trace);
    if (!map) throw new Error('no map');
    const scale = amounts(PALETTES.light, [-2, 0.5], true);
    const { svg } = sweepImage(map, scale, PALETTES.light, ['a <title>']);
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).toBeNull();
    expect(
      [...drawn.querySelectorAll('rect > title')].map((each) => each.textContent).filter(Boolean),
    ).toEqual(['resid_pre L1 P0: −2.000', 'resid_pre L0 P1: 0.500']);
    expect(sweepCsv(measured).split('\r\n')[1]).toBe('resid_pre L1 P0,1,,0,-2,-1,3,0.1');
  });
});
