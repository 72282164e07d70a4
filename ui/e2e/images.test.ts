import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage } from './browser';

const LEGEND = ["target's rank", '4,096', 'share', '20%', 'attention', 'MLP', 'attn_out', 'neuron'];

async function saved(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await file.path());
}

/** How many colours a browser draws an image with, on its own, and how large it is. */
async function drawn(browser: Browser, type: string, file: Buffer) {
  const page = await browser.newPage();
  await page.setContent(`<img src="data:${type};base64,${file.toString('base64')}">`);
  const found = await page.evaluate(async () => {
    const image = document.querySelector('img');
    if (!image) throw new Error('there is no image');
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('nothing to draw on');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return {
      width: canvas.width,
      height: canvas.height,
      colours: new Set(pixels).size,
      corner: [...data.slice(0, 4)],
    };
  });
  await page.close();
  return found;
}

describePage('images of a trace', (opened) => {
  const openTrace = async () => {
    const { page } = opened;
    await page
      .getByRole('link', { name: /^When Mary/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Everything' }).click();
    await page.locator('[data-node]').first().waitFor();
  };

  it('hold the flow with its title and legend, and need nothing else', async () => {
    const { page, browser } = opened;
    await openTrace();
    const svg = await saved(page, 'SVG');
    const text = svg.toString('utf8');
    for (const words of [...LEGEND, 'headstream-sample', '␣Mary', 'shares of at least 0.04'])
      expect(text).toContain(words.replace("'", '&#39;'));
    expect(text).not.toContain('var(');
    const vector = await drawn(browser, 'image/svg+xml', svg);
    const raster = await drawn(browser, 'image/png', await saved(page, 'PNG'));
    expect(vector.colours).toBeGreaterThan(50);
    expect(raster.colours).toBeGreaterThan(50);
    expect(raster.width).toBe(2 * vector.width);
    expect(vector.corner).toEqual([255, 255, 255, 255]);

    await page.getByRole('button', { name: 'Dark theme' }).click();
    const dark = await drawn(browser, 'image/svg+xml', await saved(page, 'SVG'));
    expect(dark.corner).toEqual([0x16, 0x1b, 0x22, 255]);
  });

  it('hold the waterfall', async () => {
    const { page, browser } = opened;
    await openTrace();
    await page.getByRole('link', { name: 'Waterfall' }).click();
    await page.getByRole('button', { name: /^mlp_out of layer 5 / }).waitFor();
    const svg = await saved(page, 'SVG');
    expect(svg.toString('utf8')).toContain('mlp_out of layer 5');
    expect((await drawn(browser, 'image/svg+xml', svg)).colours).toBeGreaterThan(20);
  });
});
