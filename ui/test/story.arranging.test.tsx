import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const picture = () => screen.findByRole('group', { name: /^The story of the prediction/ });
const pills = () => [...document.querySelectorAll<SVGElement>('[data-pill]')];
const pill = (id: string) => document.querySelector<SVGElement>(`[data-pill="${id}"]`);
const focus = (id: string) => pill(id)?.focus();
const hash = () => decodeURIComponent(window.location.hash);
const ANSWER = 'L4P14.H5';

describe('the picture by the reader', () => {
  it('hides what has the focus, keeps the focus, and undoes it', async () => {
    const { user } = await open('#/trace/mary-1');
    await picture();
    focus(ANSWER);
    await user.keyboard('h');
    expect(pill(ANSWER)).toBeNull();
    expect(hash()).toBe(`#/trace/mary-1?acts=h:${ANSWER}&v=1`);
    await waitFor(() => expect(document.activeElement?.hasAttribute('data-pill')).toBe(true));
    expect(screen.getByText('hidden: 4.5')).toBeVisible();
    await user.keyboard('z');
    expect(pill(ANSWER)).not.toBeNull();
    expect(hash()).toBe('#/trace/mary-1');
  });

  it('makes one of two pinned pills, by a name of the reader', async () => {
    const { user } = await open('#/trace/mary-1');
    await picture();
    const before = pills().length;
    const [one, two] = pills().map((each) => each.getAttribute('data-pill') ?? '');
    for (const id of [one, two]) {
      focus(id ?? '');
      await user.keyboard('p');
    }
    expect(pill(one ?? '')?.getAttribute('aria-label')).toMatch(/: pinned, /);
    await user.keyboard('g');
    expect(pills()).toHaveLength(before - 1);
    const name = screen.getByRole('textbox', { name: 'Name of the group of 2' });
    await user.clear(name);
    await user.type(name, 'movers{Enter}');
    expect(hash()).toContain('g:movers');
    expect(pill('group-1')?.getAttribute('aria-label')).toMatch(/: group movers, /);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(pills()).toHaveLength(before);
  });

  it('is the same from its link, in words too', async () => {
    await open(`#/trace/mary-1?as=words&acts=h:${ANSWER}&v=1`);
    const list = await screen.findByRole('list', { name: 'The components of the story' });
    expect(within(list).queryByText(/^head 4\.5 at '␣to'/)).toBeNull();
    expect(screen.getByText(/without 1 that the reader hid/)).toBeVisible();
  });

  it('is pinned and hidden by buttons too', async () => {
    const { user } = await open(`#/trace/mary-1?node=${ANSWER}`);
    await picture();
    await user.click(screen.getByRole('button', { name: 'Pin 4.5' }));
    expect(screen.getByRole('button', { name: 'Unpin 4.5' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    expect(hash()).toBe(`#/trace/mary-1?acts=p:${ANSWER},h:${ANSWER}&v=1`);
  });
});

describe('paths and chains', () => {
  const token = (title: RegExp) => {
    const found = [...document.querySelectorAll('[data-axis="tokens"] .fold')].find((each) =>
      title.test(each.querySelector('title')?.textContent ?? ''),
    );
    if (!found) throw new Error('no such token');
    return found;
  };

  it('of a token are in the address, and cleared by Escape', async () => {
    const { user } = await open('#/trace/mary-1');
    await picture();
    fireEvent.click(token(/^2 ␣Mary: paths from it/));
    expect(hash()).toBe('#/trace/mary-1?paths=2');
    expect(document.querySelectorAll('.lit path').length).toBeGreaterThan(0);
    await user.keyboard('{Escape}');
    expect(hash()).toBe('#/trace/mary-1');
    expect(document.querySelectorAll('.lit path')).toHaveLength(0);
  });

  it('to the answer come from a click on it', async () => {
    await open('#/trace/mary-1');
    await picture();
    const answer = document.querySelector('[data-answer]');
    if (!answer) throw new Error('no answer');
    fireEvent.click(answer);
    expect(hash()).toBe('#/trace/mary-1?paths=14');
  });

  it('are between two marks, by Shift', async () => {
    const { user } = await open('#/trace/mary-1');
    await picture();
    fireEvent.click(token(/^2 ␣Mary/), { shiftKey: true });
    const box = within(await screen.findByRole('region', { name: 'Chains' }));
    expect(box.getByText(/From ␣Mary/)).toBeVisible();
    focus(ANSWER);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(hash()).toBe(`#/trace/mary-1?chain=2,${ANSWER}&v=1`);
    const chains = box.getAllByRole('listitem').map((item) => item.textContent);
    expect(chains[0]).toMatch(/^␣Mary → .*4\.5: [+−][\d.]+/);
    await user.click(box.getByRole('button', { name: 'Close' }));
    expect(hash()).toBe('#/trace/mary-1');
  });

  it('say where no chain leads', async () => {
    await open(`#/trace/mary-1?chain=0,L0P1.mlp&v=1`);
    await picture();
    expect(await screen.findByText(/no chain of drawn edges leads from one to the other/)).toBeVisible();
  });
});
