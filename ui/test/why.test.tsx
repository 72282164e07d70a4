import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseRoute } from '../src/route/route';
import { open } from './open';

const why = () => screen.findByRole('complementary', { name: 'Why here' });

describe('why a head looks there', () => {
  it('is asked in the attention panel, of the key that is looked at most, and told in parts that add up', async () => {
    const { user } = await open('#/trace/mary-1?node=L4P14.H5&as=attention');
    const large = within(await screen.findByRole('region', { name: 'Attention of L4H5' }));
    await user.click(large.getByRole('button', { name: /^why it looks at/ }));
    expect(parseRoute(window.location.hash)).toMatchObject({
      as: 'attention',
      why: { head: 'L4H5', query: 14 },
    });
    const panel = within(await why());
    expect(await panel.findByText('1.75')).toBeVisible();
    const query = within(panel.getByRole('table', { name: /^Who wrote the query/ }));
    expect(query.getByRole('row', { name: /^L0H2 \+2\.0+$/ })).toBeVisible();
    expect(query.getByRole('row', { name: /^together \+1\.750*$/ })).toBeVisible();
    expect(panel.getByRole('row', { name: /^L0H2 × hook_embed \+1\.50*$/ })).toBeVisible();
  });

  it('is held against another key, and leads to who wrote', async () => {
    const { user } = await open('#/trace/mary-1?why=L4H5,14,1');
    const panel = within(await why());
    await user.selectOptions(await panel.findByLabelText('rather than to'), '4');
    await waitFor(() =>
      expect(parseRoute(window.location.hash)).toMatchObject({ why: { key: 1, against: 4 } }),
    );
    expect(await panel.findByText('1.25')).toBeVisible();
    expect(panel.getByText('40.0% to 11.5%')).toBeVisible();
    await user.click(panel.getByRole('button', { name: 'L0H2' }));
    expect(window.location.hash).toBe('#/trace/mary-1?node=L0P14.H2');
    expect(await screen.findByRole('complementary', { name: 'Inspector' })).toBeVisible();
  });

  it('can be cancelled, and computed after all', async () => {
    const { user } = await open('#/trace/mary-1?why=L4H5,14,1', { computing: true });
    const panel = within(await why());
    await user.click(await panel.findByRole('button', { name: 'Cancel' }));
    expect(await panel.findByText('Cancelled: why L4H5 looks at 1 is not computed.')).toBeVisible();
    await user.click(panel.getByRole('button', { name: 'Compute' }));
    expect(await panel.findByRole('table', { name: /^Who wrote the query/ })).toBeVisible();
  });

  it('is closed by its button, and is nothing where the address makes no sense', async () => {
    const { user } = await open('#/trace/mary-1?why=L4H5,14,1');
    await user.click(within(await why()).getByRole('button', { name: 'Close' }));
    expect(window.location.hash).toBe('#/trace/mary-1');
    expect(parseRoute('#/trace/mary-1?why=L4H5,14')).not.toHaveProperty('why');
    expect(parseRoute('#/trace/mary-1?why=heads,1,2')).not.toHaveProperty('why');
  });
});
