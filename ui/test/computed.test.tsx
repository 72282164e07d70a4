import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const inspector = () => within(screen.getByRole('complementary', { name: 'Inspector' }));

describe('the inspector of what is not kept', () => {
  it('tells what the trace does not keep as what its model computes', async () => {
    await open('#/trace/mary-1?node=L3P5.N77&as=graph');
    expect(await screen.findByText(/Not kept by this trace: computed now by its model/)).toBeVisible();
    expect(await inspector().findByRole('row', { name: /␣John/ })).toBeVisible();
    expect(inspector().getByText('#1,204 · 0.01%')).toBeVisible();
  });

  it('can be cancelled, and computed after all', async () => {
    const { user } = await open('#/trace/mary-1?node=L3P5.N77&as=graph', { computing: true });
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    expect(inspector().getByRole('progressbar', { name: 'Computing L3P5.N77' })).toBeVisible();
    await user.click(cancel);
    expect(await inspector().findByText('Cancelled: L3P5.N77 is not computed.')).toBeVisible();
    await user.click(inspector().getByRole('button', { name: 'Compute' }));
    expect(await inspector().findByRole('row', { name: /␣John/ })).toBeVisible();
    expect(inspector().queryByRole('progressbar')).toBeNull();
  });

  it('says where there is no such activation', async () => {
    await open('#/trace/mary-1?node=L3P5.N9999&as=graph');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "'L3P5.N9999' is no activation of this model's",
    );
  });
});
