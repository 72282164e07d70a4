import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launch } from './browser';

const executablePath = findBrowser();
const url = process.env.HEADSTREAM_URL ?? 'http://localhost:8080';

/** Needs the application itself: the fixture has no database that Neo4j Browser could open. */
describe.skipIf(!executablePath || url === 'fixture')('Neo4j Browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let neo4j: Page;
  const outside: string[] = [];

  beforeAll(async () => {
    browser = await launch(executablePath ?? '');
    context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
    const page = await context.newPage();
    await page.goto(url);
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Neo4j Browser' }).click();
    neo4j = await opened;
    neo4j.on('requestfinished', (request) => {
      if (!/^(https?|ws):\/\/localhost[:/]|^data:|^blob:/.test(request.url())) outside.push(request.url());
    });
  });
  afterAll(() => browser.close());

  const run = async (text: string) => {
    await neo4j.locator('.monaco-editor textarea').first().focus();
    await neo4j.keyboard.insertText(text);
    await neo4j.keyboard.press('Control+Enter');
  };

  it('is connected by one click from the page, with its guide and style sheet loaded', async () => {
    await neo4j.getByText('A forward pass as a graph').waitFor({ timeout: 90_000 });
    await neo4j.getByText('node.HeadOutput').first().waitFor();
  });

  it('answers Cypher and shows names', async () => {
    await run("MATCH (:Trace)-[:PREDICTS {rank: 1}]->(k:Token {text: ' Mary'}) RETURN k LIMIT 1");
    await neo4j.locator('svg text', { hasText: 'Mary' }).first().waitFor({ timeout: 60_000 });
  });

  it('runs a named query as a favourite, its parameters set', async () => {
    const favourites = await (await fetch(`${url}/browser-files/favourites.cypher`)).text();
    const favourite = favourites.split(/\n\n+(?=\/\/ )/).find((text) => text.startsWith('// Logit lens'));
    const [, parameters = '', statement = ''] = /(:param .*);\n([\s\S]*)/.exec(favourite ?? '') ?? [];
    await run(parameters);
    await neo4j.getByText(':param [{trace, position}]').first().waitFor({ timeout: 60_000 });
    await run(statement);
    await neo4j
      .getByText(/L5P\d+\.post/)
      .first()
      .waitFor({ timeout: 60_000 });
  });

  it('speaks to nothing but this machine', () => {
    expect(outside).toEqual([]);
  });
});
