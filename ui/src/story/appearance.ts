import { hue, type Palette } from '../theme/palette';
import type { EdgeKind } from './layout/edges';

/** The hue on the panel, the stronger the more; text on it stays legible. */
export function fill(palette: Palette, amount: number, most: number): string {
  return mixed(palette.panel, hue(palette, amount), 0.1 + 0.42 * strength(amount, most));
}

/** 0 to 1, by the square root, so that a quarter of the effect is half as wide. */
export function strength(amount: number, most: number): number {
  return most > 0 ? Math.sqrt(Math.min(1, Math.abs(amount) / most)) : 0;
}

const WIDEST: Record<EdgeKind, number> = {
  attend: 4.5,
  query: 3,
  key: 2.6,
  value: 2.6,
  feeds: 2.6,
  out: 2.2,
};
const NARROWEST = 1.1;

export function edgeWidth(kind: EdgeKind, amount: number, most: number): number {
  return NARROWEST + (WIDEST[kind] - NARROWEST) * strength(amount, most);
}

/** Solid attends, dashed moves the query, dotted moves key or value or feeds an MLP. */
export const DASHES: Record<EdgeKind, string | undefined> = {
  attend: undefined,
  out: undefined,
  query: '5 3',
  key: '1.5 3',
  value: '1.5 3',
  feeds: '1.5 3',
};

function mixed(ground: string, over: string, part: number): string {
  const channel = (colour: string, i: number) => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  const hex = [0, 1, 2].map((i) => {
    const value = Math.round(channel(ground, i) * (1 - part) + channel(over, i) * part);
    return value.toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
