import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

describe('the list of traces', () => {
  it('says what to do where there is none', async () => {
    await open('#/', { empty: true });
    expect(await screen.findByText('No traces yet: type a prompt.')).toBeVisible();
  });

  it('finds by prompt text, and puts the words into the address', async () => {
    const { user } = await open('#/');
    await user.type(await screen.findByRole('searchbox', { name: 'Search prompts' }), 'Mary');
    await waitFor(() => expect(screen.queryByRole('link', { name: /capital of Japan/ })).toBeNull());
    expect(screen.getByRole('link', { name: /When Mary/ })).toBeVisible();
    expect(window.location.hash).toBe('#/?query=Mary');
  });

  it('deletes a trace only when asked twice', async () => {
    const { user } = await open('#/');
    await user.click(await screen.findByRole('button', { name: /Delete trace of The capital/ }));
    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: /capital of Japan/ })).toBeNull());
  });
});

describe('the prompt form', () => {
  it('goes from an example by Ctrl+Enter to the trace', async () => {
    const { user, server } = await open('#/');
    await user.click(await screen.findByRole('button', { name: 'The capital of Japan is the city of' }));
    await screen.findByRole('option', { name: /headstream-sample/, selected: true });
    await user.type(screen.getByLabelText('Prompt'), '{Control>}{Enter}{/Control}');
    expect(
      await screen.findByRole('heading', { name: 'Trace of The capital of Japan is the city of' }),
    ).toBeInTheDocument();
    expect(server.seen.find((request) => request.method === 'POST')?.body).toEqual({
      model: 'headstream-sample',
      prompt: 'The capital of Japan is the city of',
      detail: 'neurons',
      metric: 'difference',
    });
  });

  it('does not wait for the list of models', async () => {
    const { server } = await open('#/');
    const prompt = screen.getByLabelText('Prompt');
    fireEvent.change(prompt, { target: { value: 'early' } });
    fireEvent.keyDown(prompt, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(server.seen.find((request) => request.method === 'POST')).toBeDefined());
  });

  it('shows notes before it goes on', async () => {
    const { user } = await open('#/');
    await user.type(await screen.findByLabelText('Prompt'), 'The capital of South Africa is');
    await user.type(screen.getByLabelText(/Target/), ' Johannesburg');
    await user.click(screen.getByRole('button', { name: 'Trace' }));
    expect(await screen.findByText(/the first, " Joh", is traced/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Open the trace' }));
    expect(window.location.hash).toMatch(/^#\/trace\/trace-job-1/);
  });

  it("shows the server's refusal in its own words", async () => {
    const { user } = await open('#/');
    await user.type(await screen.findByLabelText('Prompt'), 'fail please');
    await user.click(screen.getByRole('button', { name: 'Trace' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('headstream-sample takes 256: shorten it.');
  });

  it('cancels', async () => {
    const { user } = await open('#/', { step: 5000 });
    await user.type(await screen.findByLabelText('Prompt'), 'slowly');
    await user.click(screen.getByRole('button', { name: 'Trace' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/Cancelled/)).toBeVisible();
  });
});

describe('everything of a trace', () => {
  const inspector = () => within(screen.getByRole('complementary', { name: 'Inspector' }));
  const last = { name: /^resid_post of layer 5 at 14/ };

  it('tells what a node holds when it is clicked, and puts it into the address', async () => {
    await open('#/trace/mary-1?as=graph');
    // the bare click: pressing and dragging need a browser, and have one in e2e/
    fireEvent.click(await screen.findByRole('button', last));
    expect(await inspector().findByText('Tokens it holds')).toBeVisible();
    expect(inspector().getByRole('row', { name: /^#1 ␣Mary/ })).toHaveTextContent('99.9%');
    expect(window.location.hash).toBe('#/trace/mary-1?node=L5P14.post&as=graph');
  });

  it('leads from a part to that part', async () => {
    const { user } = await open('#/trace/mary-1?node=L4P14.mid&as=graph');
    await screen.findByRole('complementary');
    await user.click(await inspector().findByRole('button', { name: 'head L4H5' }));
    expect(await inspector().findByRole('heading', { name: 'head L4H5' })).toBeVisible();
    expect(inspector().getByRole('link', { name: /L4H5 across all traces/ })).toBeVisible();
  });

  it('can be walked by keyboard alone', async () => {
    const { user } = await open('#/trace/mary-1?as=graph&layers=5');
    const top = await screen.findByRole('button', last);
    expect(top).toHaveAttribute('tabindex', '0');
    top.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(window.location.hash).toContain('node=L5P14.mid'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(window.location.hash).not.toContain('node='));
  });

  it('is also a list', async () => {
    const { user } = await open('#/trace/mary-1?as=graph');
    await user.click(await screen.findByRole('button', { name: 'As a list' }));
    const table = await screen.findByRole('table', { name: /nodes of the flow graph/ });
    await user.click(within(table).getByRole('button', { name: 'head L4H5' }));
    expect(await inspector().findByRole('heading', { name: 'head L4H5' })).toBeVisible();
  });

  it('asks for another detail, keeping the picture until it comes', async () => {
    const { user, server } = await open('#/trace/mary-1?threshold=0.02&as=graph');
    await user.selectOptions(await screen.findByLabelText('Detail'), 'stream');
    expect(screen.getByRole('button', last)).toBeVisible();
    expect(await screen.findAllByRole('button', { name: /^attn_out of layer/ })).not.toHaveLength(0);
    expect(server.seen.map((request) => request.path)).toContain(
      '/api/traces/mary-1/flow?threshold=0.02&detail=stream',
    );
  });

  it('traced in full is drawn with neurons', async () => {
    await open('#/trace/tokyo-1?as=graph');
    expect(await screen.findByLabelText('Detail')).toHaveValue('neurons');
    expect(await screen.findByRole('button', { name: /^resid_post of layer 5 at 8/ })).toBeVisible();
  });

  it('says that it is gone where it is', async () => {
    await open('#/trace/gone');
    expect(await screen.findByRole('alert')).toHaveTextContent('it may have been deleted');
  });
});

describe('the console', () => {
  it('completes a token from the graph, its leading space kept', async () => {
    const { user } = await open('#/console?name=heads-that-write-a-token');
    await user.type(await screen.findByLabelText(/^token/), 'Mar');
    await waitFor(() => {
      const options = [
        ...document.querySelectorAll<HTMLOptionElement>('#parameter-token-completions option'),
      ];
      expect(options.map((option) => option.value)).toEqual([' Mary', 'Mary']);
    });
  });

  it('runs a named query, and links an activation to where it stands', async () => {
    const { user, server } = await open('#/console?trace=mary-1');
    await user.click(await screen.findByRole('link', { name: 'Heads that write a token' }));
    await user.type(screen.getByLabelText(/^token/), ' Mary');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    const cell = await screen.findByRole('cell', { name: /HeadOutput L4H5/ });
    expect(within(cell).getByRole('link')).toHaveAttribute('href', '#/trace/mary-1?node=L4P14.H5');
    expect(server.seen.findLast((request) => request.method === 'POST')?.body).toEqual({
      parameters: { token: ' Mary', rank: 5 },
    });
  });

  it('says where there are more rows than the question’s own limit', async () => {
    const { user } = await open('#/console?trace=mary-1&name=strongest-contributors');
    await user.clear(await screen.findByLabelText(/^limit/));
    await user.type(screen.getByLabelText(/^limit/), '1');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/as the question’s limit asks for: there are more/)).toBeVisible();
  });

  it('fills a trace field from the current trace', async () => {
    await open('#/console?trace=mary-1&name=strongest-contributors');
    expect(await screen.findByLabelText(/^trace/)).toHaveValue('mary-1');
  });

  it('says which parameter is missing', async () => {
    const { user } = await open('#/console?name=heads-that-write-a-token');
    await user.click(await screen.findByRole('button', { name: 'Run' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('token is needed');
  });

  it('says that there are more rows than it shows', async () => {
    const { user } = await open('#/console?name=strongest-contributors&trace=mary-1');
    await user.click(await screen.findByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/Only the first 1 rows/)).toBeVisible();
  });
});

describe('the theme', () => {
  it('is kept once chosen', async () => {
    const { user } = await open('#/', { empty: true });
    await user.click(screen.getByRole('button', { name: 'Dark theme' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(screen.getByRole('button', { name: 'Light theme' })).toBeVisible();
  });
});
