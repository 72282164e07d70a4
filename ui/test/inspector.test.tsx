import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open } from './open';

const mark = (selector: string) =>
  waitFor(() => {
    const found = document.querySelector<SVGGElement>(selector);
    if (!found) throw new Error(`there is no ${selector} yet`);
    return found;
  });

it.each([
  ['the story', '#/trace/mary-1', '[data-pill="L4P14.H5"]'],
  ['everything', '#/trace/mary-1?as=graph', '[data-node="L4P14.mid"]'],
])('is one key from a mark of %s, and Escape leads back to the mark', async (_, address, selector) => {
  const { user } = await open(address);
  (await mark(selector)).focus();
  await user.keyboard('{Enter}');
  const inspector = await screen.findByRole('complementary', { name: 'Inspector' });
  await user.keyboard('i');
  expect(inspector).toHaveFocus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(inspector).not.toBeInTheDocument());
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector(selector)));
});

it('keeps the focus when it shows another', async () => {
  const { user } = await open('#/trace/mary-1?node=L4P14.mid&as=graph');
  const inspector = within(await screen.findByRole('complementary', { name: 'Inspector' }));
  (await inspector.findByRole('button', { name: 'head L4H5' })).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'head L4H5' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('complementary', { name: 'Inspector' })).toHaveFocus());
});
