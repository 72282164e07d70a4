import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

const AT = '#/component/3f9c/L4H5';

describe('a component over all traces', () => {
  it('says how it attends, what it writes, what its weights say and where it matters most', async () => {
    await open(AT);
    expect(await screen.findByRole('heading', { name: 'Head L4H5' })).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'How it attends' })).getByText('25.0%')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Writes most' })).getByText('2 of 2')).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Its weights alone' })).getByText('copies'),
    ).toBeVisible();
    const uses = within(screen.getByRole('region', { name: 'Where it matters most' }));
    expect(uses.getByRole('row', { name: /\+3\.200/ })).toHaveTextContent('␣Mary');
    expect(uses.getByRole('row', { name: /−1\.600/ })).toHaveTextContent('␣Tokyo');
    expect(uses.getByRole('link', { name: /^When Mary/ })).toHaveAttribute(
      'href',
      '#/trace/mary-1?node=L4P14.H5',
    );
    expect(document.title).toBe('L4H5 · Headstream');
  });

  it('is called something, which the story says, and the search finds', async () => {
    const { user, server } = await open(AT);
    await user.type(await screen.findByLabelText('Called'), 'copies names');
    await user.type(screen.getByLabelText('Note'), 'often');
    await user.click(screen.getByRole('button', { name: 'Save label' }));
    expect(await screen.findByText(/^alice/)).toBeVisible();
    const sent = server.seen.find((each) => each.method === 'PUT' && each.path === '/api/labels/3f9c/L4H5');
    expect(sent?.body).toEqual({ label: 'copies names', note: 'often' });

    window.location.hash = '#/trace/mary-1?as=words';
    expect(await screen.findAllByText(/head 4\.5 “copies names” at/)).not.toHaveLength(0);
    window.location.hash = '#/?query=names';
    expect(await screen.findByRole('link', { name: /L4H5 “copies names” of/ })).toHaveAttribute('href', AT);
    window.location.hash = AT;
    await user.click(await screen.findByRole('button', { name: 'Remove label' }));
    await waitFor(() => expect(screen.queryByText(/^alice/)).toBeNull());
  });

  it('that is none of the model is told in the words of the server, without another try', async () => {
    await open('#/component/3f9c/L9H0');
    expect(await screen.findByRole('alert')).toHaveTextContent('which has 6 layers');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('views of a trace', () => {
  it('are saved under a name with all that the address holds, opened again and forgotten', async () => {
    const { user, server } = await open('#/trace/mary-1?count=10&captions=off');
    await user.click(await screen.findByText(/^About this trace/));
    await user.click(screen.getByText('saved views'));
    await user.type(await screen.findByLabelText('Name of the view'), 'ten of them');
    await user.click(screen.getByRole('button', { name: 'Save view' }));
    const link = await screen.findByRole('link', { name: 'ten of them' });
    expect(link).toHaveAttribute('href', '#/trace/mary-1?count=10&captions=off');
    const sent = server.seen.find(
      (each) => each.method === 'PUT' && each.path.startsWith('/api/views/mary-1/'),
    );
    expect(sent?.body).toEqual({ address: 'count=10&captions=off' });
    await user.click(screen.getByRole('button', { name: 'Remove the view ten of them' }));
    expect(await screen.findByText(/^No views yet/)).toBeVisible();
  });
});

describe('within another page', () => {
  it('a trace stands alone, as its address says, and all that leads elsewhere opens a page of its own', async () => {
    window.history.replaceState(null, '', '/embed/trace/mary-1');
    await open('/embed/trace/mary-1#count=10');
    await screen.findByRole('group', { name: /^The story of the prediction/ });
    expect(document.querySelectorAll('[data-pill]').length).toBeLessThan(24);
    expect(screen.queryByRole('link', { name: 'Traces' })).toBeNull();
    const away = screen.getByRole('link', { name: 'in Cypher' });
    expect(away).toHaveAttribute('target', '_blank');
    expect(away.getAttribute('href')).toMatch(/^\.\.\/\.\.\/#\/console/);
    window.history.replaceState(null, '', '/');
  });
});
