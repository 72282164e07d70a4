import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Options } from './Options';

it('opens by its button, and Escape or a click beside it closes it', async () => {
  const user = userEvent.setup();
  render(
    <>
      <Options>
        <label>
          <input type="checkbox" /> captions
        </label>
      </Options>
      <p>beside</p>
    </>,
  );
  const choice = screen.getByLabelText('captions');
  expect(choice).not.toBeVisible();
  await user.click(screen.getByText('Options'));
  expect(choice).toBeVisible();
  await user.click(choice);
  await user.keyboard('{Escape}');
  expect(choice).not.toBeVisible();
  expect(screen.getByText('Options')).toHaveFocus();
  await user.click(screen.getByText('Options'));
  await user.click(screen.getByText('beside'));
  expect(choice).not.toBeVisible();
});
