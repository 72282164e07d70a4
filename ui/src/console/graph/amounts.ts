import type { Line } from './arrange';

/** What a node or a relationship does to the metric, with its sign: its effect, or else its DLA; nothing where it has neither. */
export function amountOf({ effect, dla }: Record<string, unknown>): number | undefined {
  return [effect, dla].find((each): each is number => typeof each === 'number' && Number.isFinite(each));
}

/** The largest amount of them all, that widths are measured by. */
export function mostOf(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ relationship }) => Math.abs(amountOf(relationship.properties) ?? 0)));
}

/** As wide as its share or attention weight; of what has neither by the square root of its amount. */
export function widthOf(properties: Record<string, unknown>, most: number): number {
  const { share, weight } = properties;
  const part = typeof weight === 'number' ? weight : share;
  if (typeof part === 'number') return 0.8 + 5 * Math.min(1, Math.max(0, part));
  const amount = amountOf(properties);
  return amount === undefined || most === 0 ? 1.2 : 0.8 + 4 * Math.sqrt(Math.abs(amount) / most);
}
