import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Toolbar } from './Toolbar';

it('takes one Tab, and arrow keys go along it and around', async () => {
  const user = userEvent.setup();
  render(
    <>
      <Toolbar label="View">
        <button disabled>off</button>
        <button>one</button>
        <button>two</button>
      </Toolbar>
      <button>after</button>
    </>,
  );
  const focused = () => document.activeElement?.textContent;
  await user.tab();
  expect(focused()).toBe('one');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('two');
  await user.tab();
  expect(focused()).toBe('after');
  await user.tab({ shift: true });
  expect(focused()).toBe('two');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('one');
  expect(screen.getByRole('toolbar', { name: 'View' })).toBeTruthy();
});
