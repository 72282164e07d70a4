import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { stepsOf } from '../src/story/steps';
import { prune } from '../src/story/prune';
import { STORIES } from './fixture/story';
import { open } from './open';

afterEach(() => localStorage.clear());

describe('the four steps of a first visit', () => {
  it('lead through marks that are there, once', async () => {
    const { user } = await open('#/trace/mary-1');
    await screen.findByRole('group', { name: /^The story of the prediction/ });
    await user.click(screen.getByRole('button', { name: 'New here? Four steps' }));
    for (const title of ['The answer', 'Who holds it up', 'What they read']) {
      const step = within(screen.getByRole('dialog', { name: title }));
      await user.click(step.getByRole('button', { name: 'Next' }));
    }
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: /New here/ })).toBeNull();
    expect(localStorage.getItem('headstream.steps')).toBe('seen');
  });

  it('end with Escape, the selection as it was', async () => {
    const { user } = await open('#/trace/mary-1?node=L4P14.H5');
    await screen.findByRole('group', { name: /^The story of the prediction/ });
    await user.click(screen.getByRole('button', { name: 'New here? Four steps' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.H5');
  });

  it('name who holds the answer up most, and who works against it', () => {
    const story = STORIES['smollm2-14'];
    if (!story) throw new Error('no story');
    const [, second] = stepsOf(story, prune(story, 24));
    expect(second?.at).toBe('[data-pill="L23P13.H3"]');
    expect(second?.text).toMatch(
      /^A pill is .+ Head 23\.3 at '␣to'.+ Orange and − work against it: most of all /s,
    );
  });
});
