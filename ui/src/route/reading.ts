import { placeOf } from '../api/place';
import type { BlockPlace, Parameters, Why } from '../api/types';
import type { Camera } from './routes';

export const STORY_COUNTS = { least: 8, usual: 24, most: 120 };

export function numbers(text: string | undefined): number[] | undefined {
  const values = (text ?? '').split(',').filter((each) => /^\d{1,6}$/.test(each));
  return values.length === 0 ? undefined : values.map(Number);
}

/** "L4H5,14,2": head, query, key, and perhaps a key that it is held against. */
export function why(text: string | undefined): Why | undefined {
  const [head, ...rest] = (text ?? '').split(',');
  const [query, key, against] = numbers(rest.join(',')) ?? [];
  if (head === undefined || !/^L\d{1,4}H\d{1,4}$/.test(head) || query === undefined || key === undefined)
    return undefined;
  return { head, query, key, ...(against !== undefined && { against }) };
}

/** Of "L4P14", or of a node's id. */
export function block(text: string | undefined): BlockPlace | undefined {
  const place = placeOf(text);
  return place && place.layer < 1e4 && place.position < 1e6
    ? { layer: place.layer, position: place.position }
    : undefined;
}

/** One or two ends of chains: "L3P5.H2", or a token's position. */
export function ends(text: string | undefined): (string | number)[] | undefined {
  const given = (text ?? '').split(',').filter((each) => each !== '');
  const made = given.slice(0, 2).map((each) => (/^\d{1,6}$/.test(each) ? Number(each) : each));
  return made.length > 0 ? made : undefined;
}

/** A place in parts of the drawing; links of old had px, and show all of it. */
export function camera(text: string | undefined): Camera | undefined {
  const [x = NaN, y = NaN, scale = NaN] = (text ?? '').split(',').map(Number);
  const within = [x, y].every((part) => part >= -1 && part <= 2) && scale > 0 && Number.isFinite(scale);
  return within ? { x, y, scale } : undefined;
}

export function parameters(text: string | undefined): Parameters | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Parameters)
      : undefined;
  } catch {
    return undefined;
  }
}

/** How many ranked components a story shows. */
export function storyCount(text: string | undefined): number | undefined {
  const value = Math.round(Number(text ?? NaN));
  return Number.isFinite(value)
    ? Math.min(STORY_COUNTS.most, Math.max(STORY_COUNTS.least, value))
    : undefined;
}
