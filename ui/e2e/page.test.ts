import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFixtureServer, type FixtureServer } from '../test/fixture-server';
import { findBrowser, launch, openPage } from './browser';

const executablePath = findBrowser();
if (!executablePath) {
  console.warn(
    'e2e skipped: no browser found. Install Chromium (Debian: apt-get install chromium), or set CHROMIUM to one.',
  );
}

const PROMPT = 'The capital of Japan is the city of';
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
/** the last position's top residual node: 9 tokens, 6 layers in the sample model */
const top = (page: Page) => page.getByRole('button', { name: /^resid_post of layer 5 at 8 / });

describe.skipIf(!executablePath)('the page in a browser', () => {
  let fixture: FixtureServer | undefined;
  let browser: Browser;
  let url: string;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    url = process.env.HEADSTREAM_URL ?? 'http://localhost:8080';
    if (url === 'fixture') {
      fixture = await startFixtureServer({ step: 150 });
      url = fixture.url;
    }
    browser = await launch(executablePath ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await fixture?.close();
  });
  beforeEach(async () => {
    ({ page, errors } = await openPage(browser, url));
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  /** from the story, which comes first, to the graph of all */
  const everything = () => page.getByRole('link', { name: 'Everything' }).click({ timeout: 90_000 });
  const fill = async () => {
    await page.getByLabel('Model', { exact: true }).selectOption('headstream-sample'); // another may have been added last
    await page.getByLabel('Prompt', { exact: true }).fill(PROMPT);
  };
  const trace = async () => {
    await fill();
    await page.keyboard.press('Control+Enter');
    await everything();
    await top(page).waitFor({ timeout: 90_000 });
  };

  it('begins at its top for the keyboard, also where a link led to it: Tab and Enter are in the picture', async () => {
    await page
      .getByRole('link', { name: /^When Mary/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-pill]').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-pill'))).toBe(true);
  });

  it('leads from typing a prompt, past its progress, to the predicted token in the inspector', async () => {
    const button = await page.getByRole('button', { name: 'Trace', exact: true }).boundingBox();
    expect(button?.y).toBeLessThan((page.viewportSize()?.height ?? 0) - 40); // seen without scrolling
    await fill();
    const progress = page.getByRole('region', { name: 'Progress' }).waitFor();
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await progress;
    await everything();
    await top(page).click({ timeout: 90_000 });
    const first = inspector(page).getByRole('row', { name: /^#1 / });
    expect(await first.textContent()).toContain('␣Tokyo');
    expect(new URL(page.url()).hash).toContain('node=L5P8.post');
  });

  it('adds a model by keyboard alone', async () => {
    await page.getByLabel('Model', { exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('headstream-sample');
    await page.keyboard.press('Enter');
    await page.getByText('headstream-sample is there.').waitFor({ timeout: 90_000 });
    await expect
      .poll(() => page.getByLabel('Model', { exact: true }).inputValue()) // the list of models is asked for anew
      .toBe('headstream-sample');
  });

  it('shows the same picture from a copied link', async () => {
    await trace();
    await top(page).click();
    await inspector(page).getByText('Tokens it holds').waitFor();
    const again = await openPage(browser, page.url());
    await inspector(again.page).getByText('Tokens it holds').waitFor();
    await top(again.page).waitFor();
    const marks = (each: Page) =>
      each.locator('[data-node]').evaluateAll((nodes) => nodes.map((node) => node.outerHTML));
    expect(await marks(again.page)).toEqual(await marks(page));
    expect(again.errors).toEqual([]);
    await again.page.close();
  });

  it('can be used by keyboard alone', async () => {
    await page.getByLabel('Prompt', { exact: true }).focus();
    await page.keyboard.type(PROMPT);
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-pill]').first().waitFor({ timeout: 90_000 });
    await page.keyboard.press('e');
    await top(page).waitFor({ timeout: 90_000 });
    for (let i = 0; i < 60 && !(await top(page).evaluate((node) => node === document.activeElement)); i++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { name: 'resid_post of layer 5' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { name: 'resid_mid of layer 5' }).waitFor();
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
  });

  it('shows more of the flow when the threshold is lowered', async () => {
    await trace();
    const nodes = page.locator('[data-node]');
    const before = await nodes.count();
    await page.getByRole('slider', { name: 'Threshold' }).fill('0');
    await page.waitForFunction((count) => document.querySelectorAll('[data-node]').length > count, before);
    await page.waitForURL(/threshold=0\.005/); // when the hand rests
  });

  it('answers a named query and free Cypher in the console', async () => {
    await trace();
    await page.getByRole('link', { name: 'Console' }).click();
    await page.getByRole('link', { name: 'Heads that write a token' }).click();
    await page.getByLabel(/^token/).fill(' Tokyo');
    await page.getByRole('button', { name: 'Run' }).click();
    const rows = page.getByRole('region', { name: 'Result' }).getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.nth(1).textContent()).toMatch(/L\d+H\d+/);

    await page.getByRole('link', { name: 'Free Cypher' }).click();
    await page.getByRole('textbox', { name: 'Cypher statement' }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('MATCH (a:HeadOutput) RETURN a LIMIT 3');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Result' }).getByRole('link').first().click();
    await inspector(page)
      .getByRole('heading', { name: /^head L\d+H\d+/ })
      .waitFor();
  });

  it('compares two traces that are ticked in the list, and opens a head of one of them', async () => {
    await trace();
    await page.getByRole('link', { name: 'Traces', exact: true }).click();
    await page
      .getByRole('checkbox', { name: /^Compare trace of When Mary/ })
      .first()
      .check();
    await page
      .getByRole('checkbox', { name: /^Compare trace of The capital of Japan/ })
      .first()
      .check();
    await page.getByRole('link', { name: 'Compare the two' }).click();
    const cell = page.getByRole('button', { name: /^L4H5: DLA left / });
    await cell.waitFor();
    expect(await page.locator('.heat button').count()).toBeGreaterThanOrEqual(36);
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'its attention' }).click();
    await page.getByRole('table', { name: /^Attention of L4H5/ }).waitFor();
    expect(page.url()).toContain('by=attention');
    await page.getByRole('button', { name: 'Components' }).click();
    await page
      .getByRole('row', { name: /^L4H5 / })
      .getByRole('link')
      .first()
      .click();
    await inspector(page).getByRole('heading', { name: 'head L4H5' }).waitFor();
  });
});
