import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../src/api/types';
import { choicesOf, requestFor } from '../src/explain/choices';
import { GOLDEN, record } from './fixture/traces';
import { open } from './open';

const choice = () => screen.findByRole('combobox', { name: 'explains' });
const names = async () =>
  within(await choice())
    .getAllByRole('option')
    .map((option) => option.textContent);
const told = (of: string) => screen.findByText((words) => words.includes(of), { selector: 'svg text' });

describe('what may be explained', () => {
  const { trace } = record('mary-1', GOLDEN.mary, { distractor: ' John' });
  const of = (more: Partial<Trace>) => choicesOf({ ...trace, ...more }).map(({ name }) => name);

  it('is what the trace explains, then what is proposed, then the token alone', () => {
    expect(of({})).toEqual(['␣Mary rather than ␣John (proposed)', '␣Mary alone']);
    expect(of({ distractor: ' store' })).toEqual([
      '␣Mary rather than ␣store',
      '␣Mary rather than ␣John (proposed)',
      '␣Mary alone',
    ]);
    const { distractor: _, ...alone } = trace;
    expect(choicesOf(alone).map(({ name }) => name)).toEqual([
      '␣Mary alone',
      '␣Mary rather than ␣John (proposed)',
    ]);
    const { proposedDistractor: __, ...before } = alone;
    expect(choicesOf(before)[1]?.name).toBe('␣Mary rather than a token that is proposed');
  });

  it('is asked for as the trace was', () => {
    const asked = { ...trace, detail: 'heads', shares: 'l2', effects: 'probability', steps: 8 } as const;
    expect(requestFor({ ...asked, tags: ['ioi'] }, { of: 'difference', distractor: ' store' })).toEqual({
      model: '3f9c2a7d',
      prompt: trace.prompt,
      target: ' Mary',
      position: 14,
      detail: 'heads',
      shares: 'l2',
      effects: 'probability',
      steps: 8,
      tags: ['ioi'],
      distractor: ' store',
    });
  });

  it('of token ids is asked for by these', () => {
    const written = trace.tokens.map((token) => token.text).join('');
    const ids = trace.tokens.map((token) => token.id);
    expect(requestFor({ ...trace, prompt: written }, { of: 'alone' })).toMatchObject({
      tokens: ids,
      metric: 'logit',
    });
  });
});

describe('the story', () => {
  it('says what it explains, and goes on to a trace that explains something else', async () => {
    const { user, server } = await open('#/trace/mary-1?count=30');
    expect(await names()).toEqual([
      '␣Mary rather than ␣John (proposed)',
      '␣Mary alone',
      '␣Mary rather than another token…',
    ]);
    expect(screen.queryByRole('button', { name: 'Explain' })).toBeNull();
    await user.selectOptions(await choice(), '␣Mary alone');
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    await waitFor(() => expect(window.location.hash).toBe('#/trace/trace-job-1?count=30'));
    expect(await told('(its logit alone)')).toBeInTheDocument();
    expect(server.seen.find((request) => request.method === 'POST')?.body).toMatchObject({
      metric: 'logit',
      target: ' Mary',
    });
    expect(await screen.findByText(/told of the logit of ␣Mary alone/)).toBeVisible();

    // and back, to the trace that is there
    await user.click(screen.getByRole('button', { name: 'Why ␣Mary rather than ␣John (proposed)' }));
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1?count=30'));
    expect(server.seen.filter((request) => request.method === 'POST')).toHaveLength(1);
  });

  it('takes another token, as it is typed', async () => {
    const { user, server } = await open('#/trace/mary-1');
    await user.selectOptions(await choice(), 'other');
    const token = screen.getByRole('textbox', { name: 'Another token' });
    expect(screen.getByRole('button', { name: 'Explain' })).toBeDisabled();
    await user.type(token, ' Mary');
    expect(screen.getByText('the target itself')).toBeVisible();
    await user.clear(token);
    await user.type(token, ' store{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/trace/trace-job-1'));
    expect(server.seen.find((request) => request.method === 'POST')?.body).toMatchObject({
      distractor: ' store',
    });
    expect(await told('␣Mary rather than ␣store')).toBeInTheDocument();
  });

  it('shows how far the trace is, and lets it be cancelled', async () => {
    const { user } = await open('#/trace/mary-1', { step: 400 });
    await user.selectOptions(await choice(), '␣Mary alone');
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    const progress = within(await screen.findByRole('region', { name: 'Progress' }));
    await user.click(await progress.findByRole('button', { name: 'Cancel' }));
    expect(await progress.findByText(/nothing of it was kept/)).toBeVisible();
    await user.click(progress.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('button', { name: 'Explain' })).toBeEnabled();
  });

  it('says in place what was refused', async () => {
    const { user } = await open('#/trace/mary-1', { refuse: 'This key may not trace.' });
    await user.selectOptions(await choice(), '␣Mary alone');
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This key may not trace.');
    expect(window.location.hash).toBe('#/trace/mary-1');
  });

  it('of a logit alone proposes the comparison', async () => {
    const { user } = await open('#/trace/mary-1', { alone: true });
    await user.click(await screen.findByRole('button', { name: 'Why ␣Mary rather than ␣John (proposed)' }));
    expect(await told('␣Mary rather than ␣John')).toBeInTheDocument();
    expect(window.location.hash).toBe('#/trace/trace-job-1');
  });
});
