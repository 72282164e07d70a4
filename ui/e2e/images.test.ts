import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
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

/** Addresses after a trace's id: every view of it, and what is inspected. */
const VIEWS = [
  '',
  '?node=L4P14.H5',
  '?as=words',
  '?as=graph',
  '?as=list',
  '?as=waterfall',
  '?as=heads',
  '?as=sweep',
  '?as=lens',
  '?as=attention',
  '?as=attention&node=L4P14.H5&why=L4H5,14,2',
];

describePage('every page', (opened) => {
  it.each(['light', 'dark'] as const)('has nothing that axe-core finds serious, %s', async (theme) => {
    const { page, url } = opened;
    await page.emulateMedia({ colorScheme: theme });
    const link = page.getByRole('link', { name: /^When Mary/ }).first();
    const trace = (await link.getAttribute('href')) ?? '';
    const id = /trace\/([^?]+)/.exec(trace)?.[1] ?? '';
    const pages = [
      '#/',
      ...VIEWS.map((view) => trace + view),
      `#/compare?left=${id}&right=${id}`,
      `#/compare?left=${id}&right=${id}&by=picture&show=three`,
      '#/component/headstream-sample/L4H5',
      '#/circuits',
      '#/console',
      '#/console?name=logit-lens',
    ];
    const found: string[] = [];
    for (const each of pages) {
      await page.goto(`${url}/${each}`);
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe.source);
      const serious = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
          resultTypes: ['violations'],
        });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      });
      found.push(...serious.map((what) => `${each.replace(id, 'ID')} ${what}`));
    }
    expect(found).toEqual([]);
  });
});
