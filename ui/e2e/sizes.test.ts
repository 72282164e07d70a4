import { expect, it } from 'vitest';
import { addresses } from './addresses';
import { describePage } from './browser';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 820, height: 1180 },
];
const THEMES = ['light', 'dark'] as const;
/** of the screen at 1280 x 720, for what a view of a trace is there to show */
const MOST = 0.6;

/** What a person at that screen would stumble over. */
function looked() {
  const { scrollWidth } = document.documentElement;
  const small = [...document.querySelectorAll('main *')].filter((element) => {
    const own = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (!own || !element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && parseFloat(getComputedStyle(element).fontSize) < 9;
  });
  const panel = document.querySelector('.trace-page > .panel:not(.trace-header):not(.inspector)');
  const box = panel?.getBoundingClientRect();
  const head = panel?.querySelector('.panel-head')?.getBoundingClientRect();
  return {
    wide: scrollWidth - innerWidth,
    small: small.map((element) => `${element.tagName} ${element.textContent.slice(0, 30)}`),
    /** of the screen, below a view's own buttons */
    part: box ? ((box.height - (head?.height ?? 0)) * box.width) / (innerWidth * innerHeight) : undefined,
  };
}

describePage('every page at every size', (opened) => {
  it.each(SIZES.flatMap((size) => THEMES.map((theme) => ({ size, theme, ...size }))))(
    'fits $width x $height, $theme',
    async ({ size, theme }) => {
      const { page, url } = opened;
      await page.emulateMedia({ colorScheme: theme });
      const all = await addresses(page);
      await page.setViewportSize(size);
      const wrong: string[] = [];
      for (const { name, hash, there } of all) {
        // what is inspected stands beside the picture, which is looked at alone here
        await page.goto(`${url}/${hash.replace(/node=[^&]*&?|why=[^&]*&?/g, '')}`);
        await there(page);
        const { wide, small, part } = await page.evaluate(looked);
        if (wide > 0) wrong.push(`${name} is ${wide} px wider than the screen`);
        if (small.length > 0) wrong.push(`${name} has type under 9 px: ${small.slice(0, 3).join('; ')}`);
        if (size.height === 720 && part !== undefined && part < MOST)
          wrong.push(`${name} has ${(100 * part).toFixed(0)}% of the screen`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
