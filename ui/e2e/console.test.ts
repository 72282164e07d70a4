import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage, openPage } from './browser';

const HEADS =
  'MATCH (o:HeadOutput)-[w:WRITES {rank: 1}]->(t:Token) RETURN o, w, t ORDER BY o.trace, o.node LIMIT $n';
const SLOW = '/* slow */ UNWIND range(1, 2000000000) AS n WITH n WHERE n % 7 = 0 RETURN count(n)';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Cypher statement' });
const result = (page: Page) => page.getByRole('region', { name: 'Result' });
const rows = (page: Page) => result(page).getByRole('row');

/** Replaces the statement as one who types does: what Playwright's fill asks of the browser comes past the editor. */
async function write(page: Page, statement: string) {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(statement);
}

async function ask(page: Page, url: string, statement: string, parameters: Record<string, string> = {}) {
  await page.goto(`${url}/#/console`);
  await write(page, statement);
  for (const [name, text] of Object.entries(parameters)) await page.getByLabel(`$${name}`).fill(text);
  await editor(page).focus();
  await page.keyboard.press('Control+Enter');
}

describePage('the console in a browser', (opened) => {
  it('completes labels from the schema as they are typed, in the order they are typed', async () => {
    const { page, url } = opened;
    await page.goto(`${url}/#/console`);
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await editor(page).pressSequentially('MATCH (n:', { delay: 30 });
    const options = page.locator('.cm-tooltip-autocomplete li');
    await options.filter({ hasText: ':MemoryValue' }).waitFor();
    await page.keyboard.press('Escape');
    await editor(page).pressSequentially('Head', { delay: 30 });
    expect(await editor(page).textContent()).toBe('MATCH (n:Head)');
  });

  it('takes what is typed and pasted over a selection, closing brackets around it', async () => {
    const { page, url } = opened;
    await page.goto(`${url}/#/console`);
    await write(page, 'RETURN 1');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.type('23');
    expect(await editor(page).textContent()).toBe('RETURN 23');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.type('(');
    expect(await editor(page).textContent()).toBe('RETURN (23)');
    await page.keyboard.press('Control+z');
    expect(await editor(page).textContent()).toBe('RETURN 23');
  });

  it('answers Ctrl+Enter as a table, a graph and JSON', async () => {
    const { page, url } = opened;
    await ask(page, url, HEADS, { n: '3' });
    await rows(page).nth(1).waitFor();
    expect(await rows(page).first().textContent()).not.toBe('');
    await page.getByRole('tab', { name: 'Graph' }).click();
    await result(page)
      .getByRole('button', { name: /^HeadOutput L\dH\d/ })
      .first()
      .waitFor();
    expect(page.url()).toContain('as=graph');
    await page.getByRole('tab', { name: 'JSON' }).click();
    await result(page).getByText('"$node"').first().waitFor();
  });

  it('shows the plan of a statement that was not run', async () => {
    const { page, url } = opened;
    await page.goto(`${url}/#/console`);
    await write(page, 'MATCH (o:HeadOutput), (h:Head) RETURN o, h');
    await page.getByRole('tab', { name: 'Plan' }).click();
    const plan = page.getByRole('list', { name: 'Plan' });
    await plan.getByText('ProduceResults').waitFor();
    await plan.getByText('NodeByLabelScan').first().waitFor();
    await page.getByText(/share no variable/).waitFor();
  });

  it('gives a link that shows the same answer in another browser', async () => {
    const { page, url, browser } = opened;
    await ask(page, url, HEADS, { n: '4' });
    await rows(page).nth(1).waitFor();
    const again = await openPage(browser, page.url());
    await rows(again.page).nth(1).waitFor();
    expect(await rows(again.page).allTextContents()).toEqual(await rows(page).allTextContents());
    expect(await again.page.getByLabel('$n').inputValue()).toBe('4');
    await again.page.close();

    await page.goto(
      `${url}/#/console?name=heads-that-write-a-token&parameters=${encodeURIComponent('{"token":" Mary"}')}&as=table`,
    );
    await rows(page).nth(1).waitFor();
    expect(await rows(page).nth(1).textContent()).toMatch(/L\d+H\d+/);
  });

  it('opens a node of the graph in the flow graph, by keyboard alone', async () => {
    const { page, url } = opened;
    await ask(page, url, HEADS, { n: '3' });
    await rows(page).nth(1).waitFor();
    await page.getByRole('tab', { name: 'Graph' }).click();
    const head = result(page)
      .getByRole('button', { name: /^HeadOutput L\dH\d/ })
      .first();
    await head.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /in the flow graph$/ }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { name: /^head L\d+H\d+/ })
      .waitFor();
    expect(page.url()).toMatch(/#\/trace\/[^?]+\?node=L\dP\d+\.H\d/);
  });

  it('puts all rows into a CSV file', async () => {
    const { page, url } = opened;
    await ask(page, url, HEADS, { n: '3' });
    await rows(page).nth(1).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(await rows(page).count());
    const titles = await rows(page).first().getByRole('columnheader').allTextContents();
    expect(lines[0]).toBe(titles.join(','));

    await result(page).getByText('Export the whole answer').click();
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      result(page).getByRole('button', { name: 'Parquet' }).click(),
    ]);
    expect(table.suggestedFilename()).toMatch(/\.parquet$/);
    const bytes = await readFile(await table.path());
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });

  it('stops a statement that would take long', async () => {
    const { page, url } = opened;
    await ask(page, url, SLOW);
    await page.getByText(/^running, /).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await result(page)
      .getByText(/^Stopped/)
      .waitFor();
    await ask(page, url, HEADS, { n: '1' });
    await rows(page).nth(1).waitFor();
  });
});
