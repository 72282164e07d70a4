import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const part = async (name: string) => within(await screen.findByRole('region', { name }));
/** what its nodes are called */
const named = (found: Awaited<ReturnType<typeof part>>) =>
  found.getAllByRole('button').map(({ textContent }) => textContent);
const BLOCK = '#/trace/mary-1?as=block&block=L4P14';

describe('one block', () => {
  it('has the stream in and out, every head with its keys, and the neurons', async () => {
    await open(BLOCK);
    const stream = await part('Residual stream');
    await stream.findByText('resid_pre, in');
    expect(named(stream)).toEqual([
      'resid_pre, in',
      'after ln1',
      'attn_out',
      'b_O',
      'resid_mid',
      'after ln2',
      'mlp_out',
      'b_out',
      'resid_post, out',
    ]);
    const heads = await part('Heads');
    expect(
      named(heads)
        .filter((name) => /^H\d$/.test(name))
        .sort(),
    ).toEqual([0, 1, 2, 3, 4, 5].map((h) => `H${h}`));
    expect(heads.getAllByText('␣Mary').length).toBeGreaterThan(0);
    const neurons = await part('Neurons');
    expect(neurons.getByText('The 18 largest')).toBeVisible();
    expect(neurons.getByText('The 7 smallest')).toBeVisible();
  });

  it('tells what the trace does not keep from what it keeps', async () => {
    await open(BLOCK);
    const neurons = await part('Neurons');
    expect(neurons.getAllByText(', not kept').length).toBeGreaterThan(0);
    expect(screen.getByText(/8 of 73 activations are not kept/)).toBeVisible();
  });

  it('is one key from a mark of the story, and of everything', async () => {
    const { user } = await open('#/trace/mary-1');
    const pill = await waitFor(() => {
      const found = document.querySelector<SVGGElement>('[data-pill="L4P14.H5"]');
      if (!found) throw new Error('there is no pill yet');
      return found;
    });
    pill.focus();
    await user.keyboard('b');
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.H5&as=block'));
    expect((await part('Heads')).getByText('H5').closest('button')).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('link', { name: 'Everything' }));
    const node = await waitFor(() => {
      const found = document.querySelector<SVGGElement>('[data-node="L4P14.mid"]');
      if (!found) throw new Error('there is no node yet');
      return found;
    });
    node.focus();
    await user.keyboard('b');
    await waitFor(() => expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.mid&as=block'));
  });

  it('is reached from the inspector, and inspects in its turn; each part is one Tab stop', async () => {
    const { user } = await open('#/trace/mary-1?node=L4P14.H5');
    await user.click(await screen.findByRole('link', { name: 'Block 4 at 14' }));
    const heads = await part('Heads');
    const buttons = heads.getAllByRole('button');
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    buttons[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(buttons[1]).toHaveFocus();
    await user.click(heads.getByText('H0'));
    expect(window.location.hash).toBe('#/trace/mary-1?node=L4P14.H0&as=block');
    const [why] = heads.getAllByLabelText(/why H0 looks at/);
    if (why) await user.click(why);
    expect(window.location.hash).toContain('why=L4H0%2C14%2C');
  });

  it('can be cancelled, and asked for again', async () => {
    const { user } = await open(BLOCK, { computing: true });
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/^Cancelled: layer 4 at 14/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Compute' }));
    expect(await (await part('Residual stream')).findByText('attn_out')).toBeVisible();
  });

  it('goes to the blocks beside it, and says what the server says where there is none', async () => {
    const { user } = await open(BLOCK);
    await part('Heads');
    await user.click(screen.getByRole('button', { name: 'Layer above' }));
    expect(window.location.hash).toBe('#/trace/mary-1?as=block&block=L5P14');
    expect(await screen.findByRole('alert')).toHaveTextContent('is not there');
  });
});
