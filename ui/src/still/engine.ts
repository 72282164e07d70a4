/**
 * What the server runs of the page (`vite.still.config.ts` makes one script of it): no document, no window, no module, nothing but the language itself.
 */
import { storyStill, type Asked } from './storySvg';

/** JSON in, SVG out. */
export function storySvg(asked: string): string {
  return storyStill(JSON.parse(asked) as Asked).svg;
}
