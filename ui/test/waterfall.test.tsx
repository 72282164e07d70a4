import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

describe('the waterfall', () => {
  it('adds the parts up to the logit, bar after bar', async () => {
    await open('#/trace/mary-1?as=waterfall');
    expect(await screen.findByText('14 parts add up to +18.342')).toBeVisible();
    const drawing = within(screen.getByRole('group', { name: /^Waterfall/ }));
    expect(drawing.getByRole('button', { name: 'embedding −0.381' })).toBeVisible();
    expect(drawing.getByRole('button', { name: 'attn_out of layer 4 +7.193' })).toBeVisible();
    expect(drawing.getByRole('img', { name: 'constant +1.239' })).toBeVisible();
    expect(drawing.getByRole('img', { name: 'total +18.342' })).toBeVisible();
  });

  it('is walked by arrow keys, and Enter selects', async () => {
    const { user } = await open('#/trace/mary-1?as=waterfall');
    (await screen.findByRole('button', { name: /^embedding/ })).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(window.location.hash).toContain('node=L0P14.mlp'));
    expect(window.location.hash).toContain('as=waterfall');
  });

  it('takes a whole apart, and is also a table', async () => {
    const { user } = await open('#/trace/mary-1?as=waterfall&node=L4P14.mid');
    await user.click(await screen.findByRole('button', { name: 'Parts of L4P14.mid' }));
    expect(await screen.findByText('3 parts add up to +12.904')).toBeVisible();
    expect(window.location.hash).toContain('whole=L4P14.mid');
    await user.click(screen.getByRole('button', { name: 'As a table' }));
    const table = within(screen.getByRole('table', { name: /L4P14.mid/ }));
    expect(table.getByRole('row', { name: /^remainder, not kept/ })).toBeVisible();
    expect(table.getByRole('row', { name: /^total/ })).toHaveTextContent('+12.904');
    await user.click(table.getByRole('button', { name: 'attn_out of layer 4' }));
    expect(window.location.hash).toContain('node=L4P14.attn');
  });
});

describe('the options of a trace', () => {
  it('are sent with the prompt, and remembered but for the position', async () => {
    const { user, server } = await open('#/', { empty: true, step: 5000 });
    await user.click(await screen.findByText('Options'));
    await user.click(screen.getByRole('radio', { name: /^heads/ }));
    await user.selectOptions(screen.getByLabelText('Shares'), 'l2');
    await user.selectOptions(screen.getByLabelText('Effects'), 'probability');
    await user.clear(screen.getByLabelText('Steps'));
    await user.type(screen.getByLabelText('Steps'), '8');
    await user.type(screen.getByLabelText('Position'), '2');
    await user.type(screen.getByLabelText('Tags'), 'ioi, mine');
    await user.type(screen.getByLabelText('Prompt'), 'hello there');
    await user.click(screen.getByRole('button', { name: 'Trace' }));
    await waitFor(() =>
      expect(server.seen.find((request) => request.method === 'POST')?.body).toMatchObject({
        prompt: 'hello there',
        detail: 'heads',
        shares: 'l2',
        effects: 'probability',
        steps: 8,
        position: 2,
        tags: ['ioi', 'mine'],
      }),
    );
    expect(JSON.parse(localStorage.getItem('headstream.options') ?? '')).toMatchObject({ steps: 8 });
    expect(localStorage.getItem('headstream.options')).not.toContain('position');
  });

  it('that cannot be keep the prompt from being traced', async () => {
    const { user } = await open('#/', { empty: true });
    await user.type(await screen.findByLabelText('Prompt'), 'x');
    await user.click(screen.getByText('Options'));
    await user.type(screen.getByLabelText('Position'), '-1');
    expect(await screen.findByRole('alert')).toHaveTextContent('a whole number from 0');
    expect(screen.getByRole('button', { name: 'Trace' })).toBeDisabled();
  });
});
