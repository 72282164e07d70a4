import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage } from './browser';
import { addresses } from './addresses';

/** What axe-core finds serious. In dark only colours are looked at: all else is the same. */
async function serious(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...(only
        ? { runOnly: { type: 'rule', values: only } }
        : // experimental in axe-core: the words that a control shows are in its name (WCAG 2.5.3)
          { rules: { 'label-content-name-mismatch': { enabled: true } } }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
      );
  }, rules);
}

describePage('every page', (opened) => {
  it('has nothing that axe-core finds serious, light and dark', async () => {
    const { page, url } = opened;
    const found: string[] = [];
    for (const { name, hash, there } of await addresses(page)) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${url}/${hash}`);
      await there(page).catch((error: unknown) => found.push(`${name}: ${String(error).slice(0, 120)}`));
      await page.evaluate(axe.source);
      const light = await serious(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await serious(page, ['color-contrast', 'link-in-text-block']);
      found.push(...light.map((what) => `${name}: ${what}`), ...dark.map((what) => `${name}, dark: ${what}`));
    }
    expect(found).toEqual([]);
  });
});
