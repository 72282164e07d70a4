import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const AT = '#/compare?left=mary-1&right=tokyo-1&by=picture';
const picture = (name: RegExp) => screen.findByRole('group', { name });
const pills = () => [...document.querySelectorAll('[data-pill]')];

describe('two traces as a picture', () => {
  it('shows their difference with figures, tokens that differ and whose bars are whose', async () => {
    await open(AT);
    const drawn = await picture(/^“The capital .+” minus “When Mary /);
    expect(drawn.textContent).toMatch(/\d+ that differ most = [\d.]+% of all differences told/);
    expect(pills()[0]?.textContent).toMatch(/^\d+\.(\d+|mlp) [+−±]\d/);
    expect(drawn.textContent).toContain('one side only');
  });

  it('shows either side where the difference stands, and both beside one another', async () => {
    const { user } = await open(AT);
    await picture(/minus/);
    const places = () => pills().map((pill) => pill.getAttribute('transform'));
    const before = places();
    await user.click(screen.getByRole('button', { name: 'Left' }));
    await picture(/^Left: “When Mary/);
    expect(places()).toEqual(before);
    await user.click(screen.getByRole('button', { name: 'Side by side' }));
    await picture(/^Right: “The capital/);
    expect(window.location.hash).toBe(`${AT}&show=sides`);
    for (const name of ['SVG', 'PNG', 'Copy image'])
      expect(screen.getByRole('button', { name })).toBeVisible();
  });

  it('scrolls all three as one, from where the stories begin', async () => {
    await open(`${AT}&show=three`);
    await picture(/^Right: “The capital/);
    const [left, ...others] = document.querySelectorAll('.story-scroll');
    if (!left) throw new Error('no picture');
    expect(others).toHaveLength(2);
    expect(left.scrollLeft).toBe(0);
    left.scrollLeft = 120;
    fireEvent.scroll(left);
    expect(others.map((other) => other.scrollLeft)).toEqual([120, 120]);
  });

  it('is walked by keys, and a mark leads into both stories', async () => {
    const { user } = await open(AT);
    await picture(/minus/);
    const [entry] = pills().filter((pill) => pill.getAttribute('tabindex') === '0');
    if (!(entry instanceof SVGElement)) throw new Error('no mark');
    entry.focus();
    await user.keyboard(']{Enter}');
    await waitFor(() => expect(window.location.hash).toMatch(/mark=\d+\+L\d/));
    expect(screen.getAllByRole('link', { name: /In the story of the/ })[0]).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(window.location.hash).toBe(AT));
  });

  it('says the same in words, and shows more and less without asking', async () => {
    const { user, server } = await open(AT);
    await picture(/minus/);
    // the list of models may come after what is drawn
    await waitFor(() => expect(server.seen.map(({ path }) => path)).toContain('/api/models'));
    const asked = server.seen.length;
    fireEvent.change(screen.getByRole('slider', { name: 'How much' }), { target: { value: '10' } });
    expect(pills()).toHaveLength(10);
    await waitFor(() => expect(window.location.hash).toBe(`${AT}&count=10`));
    await user.keyboard('l');
    const list = await screen.findByRole('list', { name: 'What differs most' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(10);
    expect(server.seen).toHaveLength(asked);
  });
});
