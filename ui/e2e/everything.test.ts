import { expect, it } from 'vitest';
import { describePage } from './browser';

describePage('everything of a trace', (opened) => {
  const openTrace = async (size: { width: number; height: number }) => {
    const { page } = opened;
    await page.setViewportSize(size);
    await page
      .getByRole('link', { name: /^When Mary/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Everything' }).click();
    await page.locator('[data-node]').first().waitFor();
    return page;
  };

  it.each([
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ])('fills its panel and is legible at $width x $height', async (size) => {
    const page = await openTrace(size);
    const found = await page.evaluate(() => {
      const panel = document.querySelector('.flow-graph')?.getBoundingClientRect();
      const nodes = [...document.querySelectorAll('[data-node]')].map((node) => node.getBoundingClientRect());
      const numbers = [...document.querySelectorAll('.head-number')].map((text) => {
        const matrix = (text as SVGTextElement).getScreenCTM();
        return parseFloat(getComputedStyle(text).fontSize) * (matrix?.a ?? 0);
      });
      if (!panel) throw new Error('there is no panel');
      return {
        across:
          (Math.max(...nodes.map((box) => box.right)) - Math.min(...nodes.map((box) => box.left))) /
          panel.width,
        down:
          (Math.max(...nodes.map((box) => box.bottom)) - Math.min(...nodes.map((box) => box.top))) /
          panel.height,
        least: Math.min(...numbers),
        numbers: numbers.length,
      };
    });
    expect(found.across).toBeGreaterThan(0.75);
    expect(found.down).toBeGreaterThan(0.85);
    expect(found.numbers).toBeGreaterThan(10);
    expect(found.least).toBeGreaterThanOrEqual(9);
  });

  it('paints its edges, and follows the hand with a small map', async () => {
    const page = await openTrace({ width: 1440, height: 900 });
    const painted = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('canvas.ground');
        const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
        return new Set(data && new Uint32Array(data.buffer)).size;
      });
    expect(await painted()).toBeGreaterThan(20);
    const map = page.locator('.minimap');
    expect(await map.isVisible()).toBe(false);
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await map.waitFor();
    const first = page.locator('[data-node]').first();
    const before = await first.boundingBox();
    const box = await map.boundingBox();
    if (!box) throw new Error('the map has no place');
    await page.mouse.click(box.x + 5, box.y + box.height - 5);
    await expect.poll(async () => (await first.boundingBox())?.x).not.toBe(before?.x);
    await page.waitForURL(/camera=/);
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(() => map.isVisible()).toBe(false);
    expect(page.url()).not.toContain('camera=');
  });

  it('opens what is folded', async () => {
    const page = await openTrace({ width: 1440, height: 900 });
    await page.getByRole('slider', { name: 'Threshold' }).fill('95');
    const fold = page.locator('.sticky [data-middle].fold', { hasText: '–' });
    await fold.first().waitFor();
    await page.waitForURL(/threshold=/);
    const rows = () => page.locator('.sticky [data-middle]').count();
    const before = await rows();
    await fold.first().click();
    await page.waitForURL(/layers=/);
    await expect.poll(rows).toBeGreaterThan(before);
  });
});
