import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { open } from './open';

describe('a server that asks for a key', () => {
  it('is signed in to once, and shows what was asked for', async () => {
    const { user } = await open('#/console', { key: 'right' });
    const field = await screen.findByLabelText('Key');
    expect(field).toHaveAttribute('type', 'password');
    expect(field).toHaveFocus();
    await user.type(field, 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('not known here');
    expect(field).toHaveAccessibleDescription(/not known here/);

    await user.clear(field);
    await user.type(field, 'right{Enter}');
    expect(await screen.findByText('alice (trace)')).toBeVisible();
    expect(window.location.hash).toBe('#/console');
    expect(window.location.href).not.toContain('right');
  });

  it('is signed out of', async () => {
    const { user } = await open('#/', { key: 'right' });
    await user.type(await screen.findByLabelText('Key'), 'right{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(screen.queryByRole('link', { name: /When Mary/ })).toBeNull();
  });
});

describe('a server that asks for none', () => {
  it('shows no way to sign out', async () => {
    await open('#/');
    await screen.findByRole('link', { name: /When Mary/ });
    expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
  });
});
