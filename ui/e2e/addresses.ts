import type { Page } from 'playwright-core';

export interface Address {
  name: string;
  hash: string;
  /** waits until it is drawn */
  there: (page: Page) => Promise<void>;
}

const drawn = (selector: string) => async (page: Page) => {
  await page.locator(selector).filter({ visible: true }).first().waitFor({ timeout: 20_000 });
  await page.waitForLoadState('networkidle', { timeout: 20_000 });
};

/** Every page and every view of a trace, of the shipped one about Mary; the oldest in the list of traces, which must be shown. */
export async function addresses(page: Page): Promise<Address[]> {
  const link = page.getByRole('link', { name: /^When Mary/ }).last();
  const trace = ((await link.getAttribute('href')) ?? '').split('?')[0] ?? '';
  const id = trace.split('/').at(-1) ?? '';
  const view = (name: string, query: string, selector: string): Address => ({
    name,
    hash: `${trace}?${query}`,
    there: drawn(selector),
  });
  return [
    { name: 'traces', hash: '#/', there: drawn('.traces-page :is(li, tr)') },
    view('story', 'node=L4P14.H5', '[data-pill]'),
    {
      name: 'story in words, with what is told about the trace',
      hash: `${trace}?as=words`,
      there: async (page) => {
        await drawn('.story-list')(page);
        await page.locator('.about > summary').click();
      },
    },
    view('everything', 'as=graph', '[data-node]'),
    view('everything as a list', 'as=list', '.flow table'),
    view('waterfall', 'as=waterfall', '.waterfall-frame svg'),
    view('heads', 'as=heads', '.heads-grid button'),
    view('sweeps', 'as=sweep', '.sweep-panel :is(button, p)'),
    view('lens', 'as=lens', '.lens-grid button'),
    view('attention', 'as=attention&node=L4P14.H5&why=L4H5,14,2', '.pattern-cells canvas'),
    view('block', 'as=block&block=L4P14', '.block-frame table'),
    {
      name: 'comparison',
      hash: `#/compare?left=${id}&right=${id}`,
      there: drawn('.heat button, .compare-page table, .note'),
    },
    {
      name: 'comparison as a picture',
      hash: `#/compare?left=${id}&right=${id}&by=picture&show=three`,
      there: drawn('svg, .state'),
    },
    { name: 'component', hash: '#/component/headstream-sample/L4H5', there: drawn('.component-page h2') },
    { name: 'circuits', hash: '#/circuits', there: drawn('main :is(h1, h2, p)') },
    { name: 'console', hash: '#/console', there: drawn('.cm-content, .library') },
    { name: 'named query', hash: '#/console?name=heads-that-write-a-token', there: drawn('form') },
  ];
}
