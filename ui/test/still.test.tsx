import { render } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Story } from '../src/api/types';
import { USUAL_VOCABULARY } from '../src/flow/scales';
import { storyStill, type Asked } from '../src/still/storySvg';
import { mostOf } from '../src/story/prune';
import { StoryGraph, type StoryHandle } from '../src/story/StoryGraph';
import { NOBODYS } from '../src/story/told';
import { PALETTES, type Theme } from '../src/theme/palette';
import { ThemeContext } from '../src/theme/useTheme';
import { traceTitle } from '../src/trace/title';
import { STORIES } from './fixture/story';

/** Where nothing is laid out, as here, the page takes a panel of this size (useSize). */
const PANEL = { width: 1200, height: 620 };
const nothing = () => undefined;

function titled(story: Story): Asked['trace'] {
  const { metric, target, distractor, metricValue } = story;
  return {
    prompt: story.positions.map((position) => position.text).join(''),
    modelName: 'a model',
    ...(metric !== undefined && { metric }),
    ...(target !== undefined && { target }),
    ...(distractor !== undefined && { distractor }),
    ...(metricValue !== undefined && { metricValue }),
  };
}

/** What the page's SVG button saves. */
function saved(story: Story, theme: Theme, count: number | undefined, circuit: Asked['circuit']): string {
  const handle = createRef<StoryHandle>();
  const trace = titled(story);
  const known = circuit && { name: circuit.name, members: new Set(circuit.members) };
  render(
    <ThemeContext.Provider value={{ theme, palette: PALETTES[theme], toggle: nothing }}>
      <StoryGraph
        ref={handle}
        story={story}
        prompt={trace.prompt}
        vocabulary={USUAL_VOCABULARY}
        count={Math.min(count ?? 24, mostOf(story))}
        captions
        openLayers={[]}
        openPositions={[]}
        onOpen={nothing}
        selected={undefined}
        onSelect={nothing}
        reader={NOBODYS}
        known={{ names: new Map(), circuit: known }}
        fitted={count === undefined}
        traced={undefined}
        onTrace={nothing}
        ends={[]}
        onEnd={nothing}
        camera={undefined}
        onCamera={nothing}
      />
    </ThemeContext.Provider>,
  );
  return handle.current?.image(traceTitle(trace))?.svg ?? '';
}

/** What answers a reader, or comes of the style sheet. */
const BESIDE = /^(class|role|tabindex|aria-pressed|font-family|xmlns)$/;

/** Every element with its place, its colours and its text, in the order that they are drawn. */
function marksOf(svg: string): string[] {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(root.querySelector('parsererror')).toBeNull();
  return [...root.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => !BESIDE.test(name))
      .map(({ name, value }) => `${name}=${value}`)
      .sort();
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    return [
      element.tagName,
      ...attributes,
      text
        .map((node) => node.textContent)
        .join('')
        .trim(),
    ].join(' ');
  });
}

describe('the picture without a page', () => {
  // jsdom computes other styles than a browser: attributes are compared as they are written
  beforeEach(() => vi.stubGlobal('getComputedStyle', () => ({ getPropertyValue: () => '' })));
  afterEach(() => vi.unstubAllGlobals());

  for (const [name, story] of Object.entries(STORIES))
    for (const theme of ['light', 'dark'] as const)
      it(`is what the page saves: ${name}, ${theme}`, () => {
        const still = storyStill({ story, trace: titled(story), theme, captions: true, ...PANEL }).svg;
        expect(marksOf(still)).toEqual(marksOf(saved(story, theme, undefined, undefined)));
      });

  it('is what the page saves of more components, with a circuit', () => {
    const story = STORIES['sample-15'];
    if (!story) throw new Error('no story');
    const members = story.components.slice(0, 5).map((part) => part.name);
    const asked = { count: 40, circuit: { name: 'ioi', members } };
    const still = storyStill({
      story,
      trace: titled(story),
      theme: 'light',
      captions: true,
      ...asked,
      ...PANEL,
    });
    expect(marksOf(still.svg)).toEqual(marksOf(saved(story, 'light', asked.count, asked.circuit)));
    expect(still.svg).toContain('in circuit ioi');
  });

  it('says of states that are white space the first token that is more, as the page does', () => {
    const known = STORIES['sample-15'];
    if (!known) throw new Error('no story');
    const word = { text: ' Mary', rank: 2, probability: 0.25 };
    const story = { ...known, lens: known.lens.map((state) => ({ ...state, token: ' ', word })) };
    const still = storyStill({ story, trace: titled(story), theme: 'dark', captions: true, ...PANEL }).svg;
    expect(marksOf(still)).toEqual(marksOf(saved(story, 'dark', undefined, undefined)));
    expect(still).toContain('>#2 </tspan>');
  });

  it('holds whatever a prompt says as text', () => {
    const known = STORIES['sample-15'];
    if (!known) throw new Error('no story');
    const [first, ...rest] = known.positions;
    if (!first) throw new Error('no tokens');
    const evil = `"><script>alert('1')</script> class="mono" \u0000\ufffe\ud800`;
    const story = {
      ...known,
      target: evil,
      distractor: '</text>&',
      positions: [{ ...first, text: evil }, ...rest],
    };
    const { svg } = storyStill({
      story,
      trace: { ...titled(story), prompt: evil, modelName: evil },
      theme: 'light',
      captions: true,
      ...PANEL,
    });
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(root.querySelector('parsererror, script')).toBeNull();
    const names = new Set([...root.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()));
    expect([...names].filter((name) => /^(on|href|style|class)/.test(name))).toEqual([]);
    expect(root.documentElement.textContent).toContain('class="mono"');
  });
});
