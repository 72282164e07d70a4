import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage } from './browser';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];

describePage('the story in a browser', (opened) => {
  const openTrace = async (): Promise<Page> => {
    const { page } = opened;
    await page
      .getByRole('link', { name: /^When Mary/ })
      .first()
      .click();
    await page.locator('[data-pill]').first().waitFor();
    return page;
  };

  it.each(SIZES)('has most of a screen of $width x $height, and no type under 9 px', async (size) => {
    await opened.page.setViewportSize(size);
    const page = await openTrace();
    const found = await page.evaluate(() => {
      const box = document.querySelector('.story-scroll')?.getBoundingClientRect();
      const texts = [...document.querySelectorAll<SVGTextElement>('.story-scroll text')];
      const size = (text: Element) => parseFloat(getComputedStyle(text).fontSize);
      const pills = texts.filter((text) => text.closest('[data-pill]')).map(size);
      return {
        part: box ? (box.width * box.height) / (innerWidth * innerHeight) : 0,
        least: Math.min(...texts.map(size)),
        median: pills.sort((a, b) => a - b)[Math.floor(pills.length / 2)] ?? 0,
        /** words that are wider than the pill they stand in */
        wide: [...document.querySelectorAll<SVGGElement>('[data-pill]')].filter((pill) => {
          const [shape] = pill.children;
          const [name, detail, sign] = pill.querySelectorAll('text');
          const right = (each: Element | undefined) => each?.getBoundingClientRect().right ?? 0;
          return (
            Math.max(right(name), right(detail)) > (sign?.getBoundingClientRect().left ?? 0) + 1 ||
            right(sign) > right(shape) + 0.5
          );
        }).length,
      };
    });
    expect(found.part).toBeGreaterThan(0.6);
    expect(found.least).toBeGreaterThanOrEqual(9);
    expect(found.median).toBeGreaterThanOrEqual(11);
    expect(found.wide).toBe(0);
  });

  it('answers the pointer, and writes nothing of a click into the address but what was clicked', async () => {
    const page = await openTrace();
    const pill = page.locator('[data-pill]').first();
    const id = (await pill.getAttribute('data-pill')) ?? '';
    const before = await page.locator('.lit path').count();
    await pill.hover();
    expect(await page.getByRole('tooltip').textContent()).toContain('not measured');
    expect(await page.locator('.lit path').count()).toBeGreaterThan(before);
    await pill.click();
    await page.getByRole('region', { name: 'In the story' }).waitFor();
    expect(new URL(page.url()).hash).toMatch(new RegExp(`\\?node=${id}$`));
  });

  it('is reached by few Tabs, and left by Escape from anywhere', async () => {
    const page = await openTrace();
    await page.evaluate(() => document.getElementById('main')?.focus());
    let tabs = 0;
    while (tabs < 40 && !(await page.evaluate(() => document.activeElement?.hasAttribute('data-pill')))) {
      await page.keyboard.press('Tab');
      tabs++;
    }
    expect(tabs).toBeLessThan(20);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'In the story' }).waitFor();
    await page.getByRole('link', { name: 'Console', exact: true }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('node=');
  });

  it('gives chains between a token and a component by Shift, and hides what is pointed at', async () => {
    const page = await openTrace();
    const token = page.locator('[data-axis="tokens"] .fold', { hasText: '␣Mary' }).first();
    await token.click({ modifiers: ['Shift'] });
    const chains = page.getByRole('region', { name: 'Chains' });
    await chains.getByText('From ␣Mary').waitFor();
    const head = page.locator('[data-pill="L4P14.H5"]');
    await head.click({ modifiers: ['Shift'] });
    await chains.getByRole('listitem').first().waitFor();
    expect(await page.locator('.lit path').count()).toBeGreaterThan(0);
    await head.hover();
    await page.keyboard.press('h');
    await expect.poll(() => head.count()).toBe(0);
    await page.reload();
    await page.getByText('hidden: 4.5').waitFor();
    await page.keyboard.press('z');
    await head.waitFor();
  });

  it('cuts no token at its sides', async () => {
    const page = await openTrace();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(200);
      const cut = await page.evaluate(() => {
        const box = document.querySelector('.story-scroll')?.getBoundingClientRect();
        return [...document.querySelectorAll('[data-axis="tokens"] text')].filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left < (box?.left ?? 0) - 0.5 || right > (box?.right ?? 0) + 0.5;
        }).length;
      });
      expect(cut).toBe(0);
    }
  });

  it('is saved with title and legend, however it is scrolled', async () => {
    const page = await openTrace();
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.locator('.story-scroll').evaluate((box) => box.scrollTo(120, 80));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG', exact: true }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    for (const words of [
      'headstream-sample',
      '␣Mary',
      'components = ',
      'supports ␣Mary',
      'works against it',
      'moves the query',
      'would say',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('var(');
  });
});
