import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const picture = () => screen.findByRole('group', { name: /^The story of the prediction/ });
const pills = () => [...document.querySelectorAll('[data-pill]')];
const inspector = () => within(screen.getByRole('complementary', { name: 'Inspector' }));

describe('the story of a trace', () => {
  it('comes first, and says what it is of, how much it shows and that effects are estimates', async () => {
    await open('#/trace/mary-1');
    const text = (await picture()).textContent;
    expect(text).toContain('␣Mary rather than ␣John');
    expect(text).toMatch(
      /\d+ components = [\d.]+% of all \|effect\| on logit\(␣Mary\) − logit\(␣John\), estimated effects/,
    );
    expect(document.title).toBe(
      '␣Mary · When Mary and John went to the store, John gave a drink to · Headstream',
    );
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('shows more and less without asking', async () => {
    const { server } = await open('#/trace/mary-1');
    await picture();
    const before = pills().length;
    fireEvent.change(screen.getByRole('slider', { name: 'How much' }), { target: { value: '36' } });
    expect(pills().length).toBeGreaterThan(before);
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1?count=36'));
    expect(server.seen.filter((request) => request.path.endsWith('/story'))).toHaveLength(1);
  });

  it('is one Tab stop, and is walked by arrows, by size and along edges', async () => {
    const { user } = await open('#/trace/mary-1');
    const graph = await picture();
    const stops = pills().filter((pill) => pill.getAttribute('tabindex') === '0');
    expect(stops).toHaveLength(1);
    const [strongest] = stops;
    if (!(strongest instanceof SVGElement)) throw new Error('no pill');
    strongest.focus();
    await user.keyboard(']');
    expect(document.activeElement).not.toBe(strongest);
    await user.keyboard('[[');
    expect(document.activeElement).toBe(strongest);
    await user.keyboard('{ArrowDown}');
    expect(graph.contains(document.activeElement)).toBe(true);
    expect(document.activeElement).not.toBe(strongest);
    const id = document.activeElement?.getAttribute('data-pill') ?? '';
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.hash).toBe(`#/trace/mary-1?node=${id}`));
  });

  it('tells in the inspector what was estimated, and that nothing was measured', async () => {
    const { user } = await open('#/trace/mary-1?node=L4P14.H5');
    await picture();
    const card = within(await inspector().findByRole('region', { name: 'In the story' }));
    expect(card.getByText(/^head 4\.5 at '␣to' reads '␣Mary'/)).toBeVisible();
    expect(card.getByText('not measured')).toBeVisible();
    await user.keyboard('{Escape}'); // wherever the focus is
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1'));
  });

  it('is also told in words, in its order', async () => {
    const { user } = await open('#/trace/mary-1');
    await picture();
    const order = pills().length;
    await user.keyboard('l');
    const list = await screen.findByRole('list', { name: 'The components of the story' });
    const items = within(list).getAllByRole('listitem');
    expect(items).toHaveLength(order);
    expect(items[0]).toHaveTextContent(
      /^(head|MLP) \d+\.(\d+|mlp) at '.+, (raises|lowers) the difference by [\d.]+/,
    );
    expect(window.location.hash).toBe('#/trace/mary-1?as=words');
  });

  it('opens a fold, and keeps it open in the address', async () => {
    await open('#/trace/mary-1?count=8');
    await picture();
    const fold = document.querySelector('[data-fold]');
    if (!fold) throw new Error('nothing is folded');
    fireEvent.click(fold);
    await waitFor(() => expect(window.location.hash).toMatch(/layers=\d/));
  });

  it('says so where the selected node is not drawn', async () => {
    await open('#/trace/mary-1?node=L2P4.mid');
    await picture();
    expect(screen.getByText(/L2P4\.mid is selected and not drawn here/)).toBeVisible();
  });

  it('is one key away from everything, and back', async () => {
    const { user } = await open('#/trace/mary-1');
    await picture();
    await user.keyboard('e');
    expect(await screen.findByRole('button', { name: /^resid_post of layer 5 at 14/ })).toBeVisible();
    await user.keyboard('e');
    expect(await picture()).toBeVisible();
  });

  it('says what to look at where a trace has no story', async () => {
    await open('#/trace/mary-1', { untold: true });
    expect(await screen.findByText(/there is no story to tell/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'everything that it keeps' })).toBeVisible();
  });
});
