import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import type { Layout } from './layout';
import { Said } from './FlowMarks';

describe('what the model would say after each layer', () => {
  it('is said beside everything as it is beside the story', () => {
    const word = { text: ',', rank: 2, probability: 0.1 };
    const state = { id: 'L1P3.post', layer: 1, token: ' ', probability: 0.9, targetRank: 7, word };
    const { container } = render(
      <svg>
        <Said
          layout={{ width: 600, said: [{ y: 20, state }] } as unknown as Layout}
          palette={PALETTES.light}
          colour={() => '#123456'}
        />
      </svg>,
    );
    expect(container.querySelector('text')?.textContent).toBe('#2 ,');
    expect(container.querySelector('title')?.textContent).toBe(
      'The model would say ␣ space (90.0%), then , (#2, 10.0%) here; the target is #7',
    );
  });
});
