import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import { framed } from './framed';

describe('a title above a drawing', () => {
  const lines = (title: string, width: number) => {
    const { svg } = framed({
      marks: '',
      size: { width, height: 100 },
      palette: PALETTES.light,
      title: [title],
    });
    return [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text);
  };

  // in Chromium "vote" stood half beyond the edge of 1200 px, in bold DejaVu Sans
  it('is broken before it meets the edge, bold as it is', () => {
    const prompt =
      'The committee met on Tuesday morning to discuss the new budget, and after three hours of argument about ' +
      'schools, roads and hospitals the mayor said that the vote would have to wait until the next';
    const [first = '', ...more] = lines(prompt, 1200);
    expect(prompt.indexOf('vote')).toBeGreaterThanOrEqual(first.length);
    expect([first, ...more].join(' ')).toBe(prompt);
  });
  it('counts wide characters twice', () =>
    expect(lines(`${'日本語'.repeat(7)} ${'日本語'.repeat(7)}`, 560)).toHaveLength(2));
});
