/* eslint-disable no-undef -- much of it runs in the page */
// How fast the page is, by Chromium's own clock: node scripts/speed.mjs ADDRESS TRACE... (benchmarks/page.sh). Prints a line a figure.
import { chromium } from 'playwright-core';

const [address, ...traces] = process.argv.slice(2);
if (!address || traces.length === 0) {
  console.error('usage: node scripts/speed.mjs ADDRESS TRACE...');
  process.exit(2);
}
const REPEATS = 5;
const THRESHOLDS = [60, 50, 40, 30, 20, 10, 0, 20, 40, 60];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const most = (values) => Math.max(0, ...values);
const print = (trace, what, values, unit = 'ms') =>
  console.log(
    [
      trace.slice(0, 8),
      what,
      `${median(values).toFixed(0)} ${unit}`,
      `worst ${most(values).toFixed(0)}`,
    ].join('\t'),
  );

/** From the address to the first mark, in a page that has nothing yet but the browser's cache. */
async function firstPaint(page, trace, as, mark) {
  await page.goto('about:blank');
  await page.goto(`${address}/#/trace/${trace}${as}`);
  await page.locator(mark).first().waitFor();
  return page.evaluate(() => performance.now());
}

/** From a turn of the slider to the frame that shows it. */
function turns(page, values, marks) {
  return page.evaluate(
    async ([values, marks]) => {
      const slider = document.querySelector('input[type=range]');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const count = () => document.querySelectorAll(marks).length;
      const took = [];
      for (const value of values) {
        const before = count();
        const began = performance.now();
        set.call(slider, String(value));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        do await frame();
        while (count() === before && performance.now() - began < 2000);
        await frame();
        took.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return took;
    },
    [values, marks],
  );
}

/** Times between frames while the picture is dragged to and fro. */
async function drag(page) {
  const box = await page.locator('.flow-graph').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 8];
  await page.evaluate(() => {
    window.drawn = [];
    let last = performance.now();
    const tick = (now) => {
      window.drawn.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 60; i++) await page.mouse.move(x + 120 * Math.sin(i / 6), y + 40 * Math.sin(i / 4));
  await page.mouse.up();
  return page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    return window.drawn.slice(1);
  });
}

/** From the pointer's move onto a mark to the frame in which it is told of. */
function hovers(page, marks) {
  return page.evaluate(async (marks) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const all = [...document.querySelectorAll(marks)];
    const took = [];
    for (let i = 0; i < 20; i++) {
      const mark = all[Math.floor((i * all.length) / 20)];
      const { left, top, width, height } = mark.getBoundingClientRect();
      const at = { bubbles: true, clientX: left + width / 2, clientY: top + height / 2 };
      const began = performance.now();
      mark.dispatchEvent(new PointerEvent('pointerover', at));
      mark.dispatchEvent(new PointerEvent('pointermove', at));
      await frame();
      await frame();
      took.push(performance.now() - began);
    }
    return took;
  }, marks);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.addInitScript(() => {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
  }).observe({ entryTypes: ['longtask'] });
});
const longest = (trace, what) =>
  page
    .evaluate(() => window.longTasks.splice(0))
    .then((tasks) => print(trace, `longest task: ${what}`, [most(tasks)]));

for (const trace of traces) {
  const paints = [];
  for (let i = 0; i < REPEATS; i++) paints.push(await firstPaint(page, trace, '', '[data-pill]'));
  print(trace, 'story, first paint', paints);
  await longest(trace, 'opening the story');
  print(trace, 'story, slider to frame', await turns(page, [20, 40, 60, 80, 100, 60, 30], '[data-pill]'));
  print(trace, 'story, hover', await hovers(page, '[data-pill]'));
  await longest(trace, 'in the story');
  await firstPaint(page, trace, '?as=graph', '[data-node]');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await page.evaluate(() => window.longTasks.splice(0));
  print(trace, 'everything, slider to frame', await turns(page, THRESHOLDS, '[data-node]'));
  print(trace, 'everything, hover', await hovers(page, '[data-node]'));
  await longest(trace, 'in everything');
  await turns(page, [0], '[data-node]');
  await page.waitForTimeout(500);
  print(trace, 'everything at its most, time between frames while dragged', await drag(page));
}
await browser.close();
