import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { startFixtureServer, type FixtureServer } from '../test/fixture-server';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** CHROMIUM, else the first Chromium on the PATH. */
export function findBrowser(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function launch(executablePath: string): Promise<Browser> {
  // Chromium's own sandbox needs rights that containers and root do not have; only our own page is opened in it
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A page that collects what a reader would never see: errors in the browser's console. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return { page, errors };
}

/** milliseconds; a busy machine takes its time over the console's chunk */
const PATIENCE = 90_000;

export interface Opened {
  page: Page;
  url: string;
  browser: Browser;
}

/** Tests over a page of their own each: at HEADSTREAM_URL, or over the fixture server if that is `fixture`. */
export function describePage(name: string, tests: (opened: Opened) => void): void {
  const executablePath = findBrowser();
  describe.skipIf(!executablePath)(name, () => {
    const opened = {} as Opened;
    let fixture: FixtureServer | undefined;
    let errors: string[];
    beforeAll(async () => {
      opened.url = process.env.HEADSTREAM_URL ?? 'http://localhost:8080';
      if (opened.url === 'fixture') {
        fixture = await startFixtureServer({ step: 150 });
        opened.url = fixture.url;
      }
      opened.browser = await launch(executablePath ?? '');
    });
    afterAll(async () => {
      await opened.browser.close();
      await fixture?.close();
    });
    beforeEach(async () => {
      ({ page: opened.page, errors } = await openPage(opened.browser, opened.url));
      opened.page.setDefaultTimeout(PATIENCE);
    });
    afterEach(async () => {
      await opened.page.close();
      expect(errors).toEqual([]);
    });
    tests(opened);
  });
}
