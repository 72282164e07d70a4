import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const panel = (name: string) => screen.findByRole('region', { name });
const inspector = () => screen.findByRole('complementary', { name: 'Inspector' });

describe('the heads of a trace', () => {
  it('are one click from the story, and all of them are there', async () => {
    const { user } = await open('#/trace/mary-1');
    await user.click(await screen.findByRole('link', { name: 'Heads' }));
    expect(window.location.hash).toBe('#/trace/mary-1?as=heads');
    const grid = within(await screen.findByRole('table', { name: /^Layer by head: effect/ }));
    expect(grid.getAllByRole('button')).toHaveLength(36);
    expect(grid.getByRole('button', { name: /^L4H5: effect \(estimate\) \+/ })).toBeVisible();
  });

  it('are one Tab stop, and are walked by arrows; Enter selects one and offers its attention', async () => {
    const { user } = await open('#/trace/mary-1?as=heads');
    const grid = await screen.findByRole('table', { name: /^Layer by head/ });
    const cells = within(grid).getAllByRole('button');
    expect(cells.filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    within(grid)
      .getByRole('button', { name: /^L4H4:/ })
      .focus();
    await user.keyboard('{ArrowRight}');
    expect(within(grid).getByRole('button', { name: /^L4H5:/ })).toHaveFocus();
    expect(within(await panel('Head L4H5')).getByText('not measured')).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.H5&as=heads'));
    expect(await within(await inspector()).findByText('L4P14.H5')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Open attention of L4H5' }));
    expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.H5&as=attention');
  });

  it('are coloured and ranked by the figure that is chosen, which is in the address', async () => {
    const { user } = await open('#/trace/mary-1?as=heads');
    await user.selectOptions(await screen.findByLabelText('colour by'), 'previous token');
    expect(window.location.hash).toBe('#/trace/mary-1?as=heads&figure=previousToken');
    const ranking = screen.getByRole('table', {
      name: 'The 20 heads with the largest previous token',
    });
    const amounts = within(ranking)
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(/([\d.]+)%/.exec(within(row).getAllByRole('cell')[1]?.textContent ?? '')?.[1]));
    expect(amounts).toHaveLength(20);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });

  it('say that ablation was not measured', async () => {
    await open('#/trace/mary-1?as=heads&figure=measured');
    expect(await screen.findByText(/^Not measured: no head was taken out/)).toBeVisible();
  });

  it('say what to do where a trace keeps none', async () => {
    await open('#/trace/tokyo-1?as=heads');
    expect(await screen.findByText(/trace its prompt again/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('the logit lens', () => {
  it('shows the top token of every state, with the target where it is predicted', async () => {
    await open('#/trace/mary-1?as=lens');
    const grid = within(await screen.findByRole('table', { name: /^The logit lens/ }));
    expect(grid.getAllByRole('button')).toHaveLength(7 * 15);
    expect(grid.getAllByRole('columnheader', { name: '␣Mary' })).not.toHaveLength(0);
    const last = grid.getByRole('button', {
      name: /^resid_post of layer 5 at 14 ␣to: ␣Mary 9\d\.\d%, target #1 /,
    });
    expect(last).toHaveTextContent('␣Mary');
  });

  it('tells all that is stored of the state at hand, and opens it', async () => {
    const { user } = await open('#/trace/mary-1?as=lens');
    const cell = await screen.findByRole('button', { name: /^resid_post of layer 4 at 14 / });
    await user.hover(cell);
    const card = within(screen.getByRole('region', { name: 'The state' }));
    expect(card.getAllByRole('listitem')).toHaveLength(5);
    await user.click(cell);
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.post&as=lens'));
    expect(await within(await inspector()).findByText('L4P14.post')).toBeVisible();
  });

  it('is of the states between attention and MLP too, and coloured by what is chosen', async () => {
    const { user } = await open('#/trace/mary-1?as=lens');
    await user.selectOptions(await screen.findByLabelText('states'), 'resid_mid');
    await screen.findByRole('button', { name: /^resid_mid of layer 4 at 14 / });
    await user.selectOptions(screen.getByLabelText('colour by'), 'probability of the top token');
    expect(window.location.hash).toBe('#/trace/mary-1?as=lens&figure=probability&site=mid');
  });
});

describe('the attention of all heads', () => {
  it('is small for all and large for the strongest, over the tokens', async () => {
    await open('#/trace/mary-1?as=attention');
    const all = within(await screen.findByRole('group', { name: 'The attention patterns of all heads' }));
    expect(all.getAllByRole('button')).toHaveLength(36);
    const [strongest] = all.getAllByRole('button', { pressed: true });
    const name = /^L\dH\d/.exec(strongest?.getAttribute('aria-label') ?? '')?.[0] ?? '';
    const large = within(await panel(`Attention of ${name}`));
    expect(await large.findByRole('img', { name: `The attention pattern of ${name}` })).toBeInTheDocument();
    expect(large.getAllByRole('button', { name: /: \S+ at \d+ attends to / })).toHaveLength(15);
  });

  it('tells what a query attends to, and who attends to a key', async () => {
    const { user } = await open('#/trace/mary-1?node=L4P14.H5&as=attention');
    const large = await panel('Attention of L4H5');
    const target = await within(large).findByRole('button', {
      name: /: ␣to at 14 attends to ␣Mary at 2 81\.\d%/,
      pressed: true,
    });
    expect(within(large).getByRole('button', { name: /^␣Mary 0\.82: ␣Mary at 2 / })).toHaveTextContent(
      '0.82',
    );
    target.focus();
    await user.keyboard('{ArrowLeft}');
    expect(within(large).getByRole('button', { name: /: ␣drink at 13 / })).toHaveFocus();
    const keys = large.querySelectorAll('.pattern-keys li');
    if (!keys[2]) throw new Error('no key');
    await user.hover(keys[2]);
    expect(large).toHaveTextContent('who attends to ␣Mary at 2, by query');
  });

  it('is in the order of layers if asked, and opens another head', async () => {
    const { user } = await open('#/trace/mary-1?as=attention');
    await user.selectOptions(await screen.findByLabelText('heads'), 'by layer');
    expect(window.location.hash).toBe('#/trace/mary-1?as=attention&order=layer');
    const layer = within(screen.getByRole('group', { name: 'L5' }));
    expect(layer.getAllByRole('button')).toHaveLength(6);
    await user.click(layer.getByRole('button', { name: /^L5H1:/ }));
    await waitFor(() => expect(window.location.hash).toMatch(/node=L5P\d+\.H1/));
    expect(await panel('Attention of L5H1')).toBeVisible();
  });
});
