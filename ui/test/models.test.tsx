import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MODEL } from './fixture/traces';
import { open } from './open';

describe('adding a model', () => {
  const ask = async (user: Awaited<ReturnType<typeof open>>['user'], source: string) => {
    await user.click(await screen.findByText('Add a model'));
    await user.type(screen.getByLabelText(/Hugging Face id/), `${source}{Enter}`);
  };

  it('pulls it from the hub with its bytes, and chooses it', async () => {
    const { user, server } = await open('#/', { step: 300 });
    await ask(user, 'openai-community/gpt2');
    expect(await screen.findByRole('progressbar', { name: /download \d.0 MiB of 3.0 MiB/ })).toHaveAttribute(
      'max',
      String(3 * 2 ** 20),
    );
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    expect(await screen.findByText('openai-community/gpt2 is there.', {}, { timeout: 5000 })).toBeVisible();
    expect(
      await screen.findByRole('option', { name: /openai-community/, selected: true }),
    ).toBeInTheDocument();
    expect(server.seen.find((request) => request.method === 'POST')).toMatchObject({
      path: '/api/models',
      body: { source: 'openai-community/gpt2' },
    });
  });

  it('takes a folder', async () => {
    const { user } = await open('#/');
    await ask(user, '/models/mine');
    expect(await screen.findByRole('option', { name: /models.mine/, selected: true })).toBeInTheDocument();
  });

  it('says why it did not work, at once or later', async () => {
    const { user } = await open('#/');
    await ask(user, '/nowhere');
    expect(await screen.findByRole('alert')).toHaveTextContent('is not a model folder');
    await user.clear(screen.getByLabelText(/Hugging Face id/));
    await user.type(screen.getByLabelText(/Hugging Face id/), 'org/gated{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent("'org/gated' is gated: set HF_TOKEN."),
    );
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add' })).toBeEnabled());
  });

  it('is cancelled', async () => {
    const { user, server } = await open('#/', { step: 5000 });
    await ask(user, 'openai-community/gpt2');
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/what has come is kept/)).toBeVisible();
    expect(server.seen).toContainEqual({ method: 'DELETE', path: '/api/jobs/job-1', body: undefined });
  });
});

describe('a model that cannot be traced', () => {
  it('is listed with the reason and cannot be chosen, and the notes of the chosen one are shown', async () => {
    const why = 'is of a model quantized by GPTQ in 4 bits';
    const noted = 'tie_word_embeddings is true, but lm_head.weight differs';
    await open('#/', {
      others: [
        {
          name: 'packed',
          source: '/models/packed',
          notes: [],
          tokenizer: true,
          chat: false,
          default: false,
          inGraph: false,
          problem: why,
        },
        { ...MODEL, name: 'noted', notes: [noted], default: false },
      ],
    });
    expect(await screen.findByRole('option', { name: /packed · cannot be traced/ })).toBeDisabled();
    expect(screen.getByText('1 model cannot be traced')).toBeVisible();
    expect(screen.getByText(why)).toBeInTheDocument();
    expect(screen.queryByText(noted)).toBeNull();
    fireEvent.change(screen.getByLabelText('Model'), { target: { value: 'noted' } });
    fireEvent.click(await screen.findByText('1 note on the model'));
    expect(await screen.findByText(noted)).toBeVisible();
  });
});

describe('a model that chats', () => {
  it('takes the prompt as a message, with what the system says; one that does not is not asked so', async () => {
    const { user, server } = await open('#/', {
      others: [{ ...MODEL, name: 'chatty', chat: true, default: false }],
    });
    await screen.findByRole('option', { name: /chatty · 6/ });
    expect(screen.queryByLabelText(/chat template/)).toBeNull();
    fireEvent.change(screen.getByLabelText('Model'), { target: { value: 'chatty' } });
    await user.click(await screen.findByLabelText(/chat template/));
    await user.type(screen.getByLabelText('Message'), 'What is the capital of Japan?');
    await user.type(screen.getByLabelText(/^System message/), 'Be brief.');
    await user.click(screen.getByRole('button', { name: 'Trace' }));
    await waitFor(() =>
      expect(server.seen.find((request) => request.method === 'POST')).toMatchObject({
        path: '/api/jobs',
        body: {
          model: 'chatty',
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'What is the capital of Japan?' },
          ],
        },
      }),
    );
    expect(server.seen.find((request) => request.method === 'POST')?.body).not.toHaveProperty('prompt');
  });
});
