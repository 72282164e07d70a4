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

  it('says where there is no such activation', async () => {
    await open('#/trace/mary-1?node=L3P5.N9999&as=graph');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "'L3P5.N9999' is no activation of this model's",
    );
  });
});
