import { describe, expect, it } from 'vitest';
import type { Story } from '../src/api/types';
import { textWidth } from '../src/common/text';
import { CAPTION_FONT } from '../src/story/layout/captions';
import { ALWAYS } from '../src/story/layout/folds';
import { layOut, type StoryLayout } from '../src/story/layout/layout';
import { along } from '../src/story/layout/paths';
import { prune } from '../src/story/prune';
import { STORIES } from './fixture/story';

/** The picture's panel in windows of 1440 x 900, 1400 x 900 and 1280 x 720. */
const PANELS = [
  { width: 1412, height: 770 },
  { width: 1372, height: 770 },
  { width: 1252, height: 590 },
];
const NOTHING: ReadonlySet<number> = new Set();

describe.each(Object.entries(STORIES))('the story of %s', (_, story) => {
  describe.each(PANELS)('in $width x $height', (panel) => {
    const drawings = new Map<number, StoryLayout>();
    const draw = (count: number) => {
      const layout = drawings.get(count) ?? drawn(story, count, panel);
      drawings.set(count, layout);
      return layout;
    };

    it.each([8, 20, 60, 120])('has no two pills on one place (%d)', (count) => {
      const { pills } = draw(count);
      const together = pills.flatMap((a, i) =>
        pills
          .slice(i + 1)
          .filter(
            (b) => a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y,
          )
          .map((b) => `${a.id} and ${b.id}`),
      );
      expect(together).toEqual([]);
    });

    it.each([8, 20, 60, 120])(
      'draws hardly an edge under a pill that it does not belong to (%d)',
      (count) => {
        const layout = draw(count);
        const under = layout.edges.filter((edge) => isUnder(layout, edge));
        expect(under.length).toBeLessThanOrEqual(0.05 * layout.edges.length);
      },
    );

    it('can be read: no type under 9 px, pills in 11 px or more', () => {
      const { pills } = draw(20);
      const fonts = pills.map((pill) => pill.font).sort((a, b) => a - b);
      expect(fonts[0]).toBeGreaterThanOrEqual(9);
      expect(fonts[Math.floor(fonts.length / 2)]).toBeGreaterThanOrEqual(11);
      for (const pill of pills) expect(pill.height).toBeGreaterThan(pill.font * 1.2);
    });

    it('uses the panel', () => {
      const { width, height } = draw(20);
      const used =
        (Math.min(width, panel.width) * Math.min(height, panel.height)) / (panel.width * panel.height);
      expect(used).toBeGreaterThanOrEqual(0.85);
    });

    it('has every pill and token in view from side to side, of up to 48 layers and 39 tokens', () => {
      if (story.positions.length <= 39) expect(draw(24).width).toBeLessThanOrEqual(panel.width + 0.5);
    });

    it.each([8, 24, 60])('cuts no token below, and writes none over another (%d)', (count) => {
      const { labels, inner } = draw(count);
      const inLine = labels.filter((label) => !label.aslant);
      for (const { left, right } of inLine) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(inner.width);
      }
      for (const [i, label] of inLine.entries())
        expect(label.right, label.text).toBeLessThanOrEqual((inLine[i + 1]?.left ?? Infinity) + 0.01);
      // aslant ones are as far apart as their type is high
      const slanted = labels.filter((label) => label.aslant);
      for (const [i, label] of slanted.entries()) {
        const after = slanted[i + 1];
        if (after) expect((after.left - label.left) * Math.SQRT1_2).toBeGreaterThanOrEqual(label.font * 0.8);
        expect(label.left).toBeGreaterThanOrEqual(0);
        expect(label.font).toBeGreaterThanOrEqual(9);
      }
    });

    it('keeps every mark within the drawing', () => {
      const { pills, edges, captions, inner } = draw(60);
      for (const pill of pills) {
        expect(pill.x).toBeGreaterThanOrEqual(0);
        expect(pill.x + pill.width).toBeLessThanOrEqual(inner.width);
        expect(pill.y).toBeGreaterThanOrEqual(0);
        expect(pill.y + pill.height).toBeLessThanOrEqual(inner.height);
      }
      for (const { x, y } of edges.flatMap((edge) => edge.corners)) {
        expect(x >= 0 && x <= inner.width).toBe(true);
        expect(y >= 0 && y <= inner.height + 0.01).toBe(true);
      }
      for (const caption of captions) {
        expect(caption.x).toBeLessThan(inner.width);
        const left = caption.x - textWidth(caption.text, CAPTION_FONT, 'sans');
        const beside = pills.filter(
          ({ x, y, height }) => x < caption.x && y < caption.y && y + height > caption.y,
        );
        for (const pill of beside) expect(pill.x + pill.width, caption.text).toBeLessThan(left - 6);
      }
    });

    it('is the same for the same story', () => expect(draw(20)).toEqual(drawn(story, 20, panel)));

    it('folds at first what stands behind others, until it is no higher than the panel', () => {
      const look = { ...panel, openLayers: NOTHING, openPositions: NOTHING };
      const shown = prune(story, 24);
      const all = layOut(story, shown, look);
      const fitted = layOut(story, shown, { ...look, fitted: true });
      if (all.height <= panel.height + 0.5) return expect(fitted).toEqual(all);
      const gone = shown.parts.filter(({ id }) => !fitted.byId.has(id));
      // the first are always there, and no other that is ranked goes while a layer has none that is
      const ranked = gone.filter(({ rank }) => rank !== undefined);
      expect(ranked.filter(({ rank = 0 }) => rank <= ALWAYS)).toEqual([]);
      const holds = (layer: number, most: number) =>
        shown.parts.some((part) => part.layer === layer && (part.rank ?? Infinity) <= most);
      if (ranked.length > 0)
        for (const { part } of fitted.pills) expect(holds(part.layer, Number.MAX_VALUE)).toBe(true);
      expect([...fitted.folded.values()].reduce((sum, each) => sum + each, 0)).toBe(gone.length);
      if (fitted.height > panel.height + 0.5)
        // nothing more could fold
        for (const { part } of fitted.pills) expect(holds(part.layer, ALWAYS)).toBe(true);
    });

    it('loses nothing when more is shown', () => {
      const less = draw(20).pills.map((pill) => pill.id);
      const more = new Set(draw(40).pills.map((pill) => pill.id));
      expect(less.filter((id) => !more.has(id))).toEqual([]);
    });
  });
});

function drawn(story: Story, count: number, panel: { width: number; height: number }): StoryLayout {
  return layOut(story, prune(story, count), { ...panel, openLayers: NOTHING, openPositions: NOTHING });
}

function isUnder({ pills }: StoryLayout, edge: StoryLayout['edges'][number]): boolean {
  const points = along(edge.corners, 2);
  return pills.some(
    (pill) =>
      pill.id !== edge.source &&
      pill.id !== edge.target &&
      points.some(
        ({ x, y }) =>
          x > pill.x + 1 && x < pill.x + pill.width - 1 && y > pill.y + 1 && y < pill.y + pill.height - 1,
      ),
  );
}
