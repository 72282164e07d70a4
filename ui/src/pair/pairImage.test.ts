import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import { pairImage } from './pairImage';

const drawn = (marks: string, width: number) => ({ marks, size: { width, height: 300 } });
const image = (views: Parameters<typeof pairImage>[1], of: ReturnType<typeof drawn>[]) =>
  pairImage(of, views, PALETTES.light, ['left: a, model m', 'right: b, model m']);

describe('the image of two stories', () => {
  it('has all three beside one another under both prompts, each cut at its own edge', () => {
    const three = image(
      ['left', 'difference', 'right'],
      [drawn('<path id="l"/>', 400), drawn('<path id="d"/>', 540), drawn('<path id="r"/>', 400)],
    );
    // 400 + 24 + 540 + 24 + 400 and 16 at either side
    expect(three?.width).toBe(1420);
    expect(three?.svg).toContain('<svg x="0" y="0" width="400" height="300"><path id="l"/></svg>');
    expect(three?.svg).toContain('<svg x="424" y="0" width="540" height="300"><path id="d"/></svg>');
    expect(three?.svg).toContain('<svg x="988" y="0" width="400" height="300"><path id="r"/></svg>');
    for (const words of [
      'left: a, model m',
      'right: b, model m',
      '+ raises; in the difference + more on the right',
    ])
      expect(three?.svg).toContain(words);
  });

  it('says of one view what that has alone', () => {
    expect(image(['difference'], [drawn('', 600)])?.svg).toContain('>+ more on the right<');
    expect(image(['left', 'right'], [drawn('', 600), drawn('', 600)])?.svg).not.toContain('on the right<');
    expect(image(['left'], [])).toBeUndefined();
  });
});
