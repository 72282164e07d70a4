import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

describe('a changed pass', () => {
  it('is compared with the pass as it is, unless another is chosen', async () => {
    const { user } = await open('#/trace/changed-1', { changed: true });
    await user.click(await screen.findByRole('link', { name: 'changed: compare with its baseline' }));
    const pair = '#/compare?left=mary-1&right=changed-1&by=picture';
    expect(window.location.hash).toBe(pair);
    window.location.hash = '#/compare?left=changed-1';
    await waitFor(() => expect(window.location.hash).toBe(pair));
    await screen.findAllByRole('option', { name: /^The capital/ });
    await user.selectOptions(screen.getByLabelText('Left'), 'tokyo-1');
    expect(window.location.hash).toBe('#/compare?left=tokyo-1&right=changed-1&by=picture');
  });

  it('is offered so in the list of traces', async () => {
    const { user } = await open('#/', { changed: true });
    const [first] = await screen.findAllByLabelText(/Compare trace of When Mary/);
    if (first) await user.click(first);
    expect(screen.getByText('Compare with its baseline')).toHaveAttribute(
      'href',
      '#/compare?left=mary-1&right=changed-1&by=picture',
    );
  });
});

describe('comparing', () => {
  it('begins with two ticks in the list of traces', async () => {
    const { user } = await open('#/');
    await user.click(await screen.findByLabelText(/Compare trace of When Mary/));
    expect(screen.getByText('tick another to compare it with')).toBeVisible();
    await user.click(screen.getByLabelText(/Compare trace of The capital/));
    await user.click(screen.getByText('Compare the two'));
    expect(window.location.hash).toBe('#/compare?left=mary-1&right=tokyo-1');
    expect(await screen.findByText(/Prompts, aligned/)).toBeVisible();
  });

  it('or with the keyboard alone: two ticks, then C', async () => {
    const { user } = await open('#/');
    (await screen.findByLabelText(/Compare trace of When Mary/)).focus();
    await user.keyboard('c ');
    expect(window.location.hash).toBe('#/');
    screen.getByLabelText(/Compare trace of The capital/).focus();
    await user.keyboard(' ');
    expect(screen.getByText('Compare the two')).toHaveAttribute('aria-keyshortcuts', 'C');
    await user.keyboard('c');
    expect(window.location.hash).toBe('#/compare?left=mary-1&right=tokyo-1');
  });

  it('or on a trace, with the other still to be chosen', async () => {
    const { user } = await open('#/trace/mary-1');
    await user.click(await screen.findByRole('link', { name: 'with another trace…' }));
    expect(await screen.findByText(/Choose two traces/)).toBeVisible();
    await screen.findAllByRole('option', { name: /The capital of Japan/ });
    await user.selectOptions(screen.getByLabelText('Right'), 'tokyo-1');
    expect(window.location.hash).toBe('#/compare?left=mary-1&right=tokyo-1');
  });

  it('finds an older trace by words of its prompt, and a tag by its beginning', async () => {
    const { user } = await open('#/compare', { copies: 120 });
    const older = { name: /When Mary/ };
    await screen.findAllByRole('option', { name: /The capital of Japan/ });
    expect(screen.queryAllByRole('option', older)).toHaveLength(0);
    await user.type(screen.getByLabelText(/^Left: words/), 'mary');
    await screen.findByRole('option', older);
    expect(screen.getByText('1 found')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Left'), 'mary-1');
    await user.type(screen.getByLabelText(/^Right: words/), 'cap');
    await user.selectOptions(screen.getByLabelText('Right'), 'tag:capitals');
    expect(window.location.hash).toBe('#/compare?left=mary-1&right=tag%3Acapitals');
  });

  it('shows every head as a cell that can be reached by arrows and says its figures', async () => {
    const { user } = await open('#/compare?left=mary-1&right=tokyo-1');
    const cell = await screen.findByRole('button', {
      name: /^L4H5: DLA left 3.970, right 2.698, difference −1.271/,
    });
    cell.focus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('button', { name: /^L4H4: / })).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.hash).toContain('component=L4H4'));
    expect(screen.getByRole('button', { name: /^L4H4: /, pressed: true })).toBeVisible();
  });

  it("leads from a figure to where it stands in that trace's flow", async () => {
    await open('#/compare?left=mary-1&right=tokyo-1');
    const row = await screen.findByRole('row', { name: /^L4H5 / });
    const [left, right] = within(row).getAllByRole('link');
    expect(left).toHaveAttribute('href', '#/trace/mary-1?node=L4P14.H5');
    expect(right).toHaveAttribute('href', '#/trace/tokyo-1?node=L4P8.H5');
  });

  it('asks for another figure, and puts it into the address', async () => {
    const { user, server } = await open('#/compare?left=mary-1&right=tokyo-1');
    await user.click(await screen.findByText('Δ share'));
    await waitFor(() => expect(window.location.hash).toContain('figure=share'));
    await waitFor(() => expect(server.seen.map((request) => request.path).join()).toContain('sort=share'));
  });

  it('shows the attention of a head at aligned tokens', async () => {
    await open('#/compare?left=mary-1&right=tokyo-1&by=attention&component=L4H5');
    expect(await screen.findByRole('table', { name: /Attention of L4H5/ })).toBeVisible();
  });

  it('marks tokens that differ for those who hear the page too', async () => {
    await open('#/compare?left=mary-1&right=tokyo-1');
    const tokens = await screen.findByRole('list', { name: /Tokens, left above right/ });
    expect(within(tokens).getAllByText('differs from').length).toBeGreaterThan(3);
    expect(within(tokens).getAllByText('has no counterpart').length).toBe(6);
  });

  it("shows the server's refusal in its own words", async () => {
    await open('#/compare?left=mary-1&right=gone');
    expect(await screen.findByRole('alert')).toHaveTextContent("there is no trace 'gone'");
  });
});
