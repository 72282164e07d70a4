import type { Amount, CompareBy, ComparedFigure, ComparedRow, FigureName } from '../api/types';
import { figure, percent, rankText, signed } from '../common/format';

/** What can be compared, in the order of the page's columns; the first is the usual one. */
export const FIGURES: Record<CompareBy, readonly [FigureName, ...FigureName[]]> = {
  components: ['dla', 'effect', 'share', 'influence', 'norm', 'targetRank', 'targetProbability'],
  positions: ['influence', 'effect', 'targetProbability', 'targetRank', 'share', 'norm', 'dla'],
  attention: ['weight', 'share', 'dla', 'effect'],
  tokens: ['probability', 'rank', 'logit'],
};

const NAMES: Record<string, string> = {
  dla: 'DLA',
  targetRank: 'target rank',
  targetProbability: 'target probability',
  weight: 'attention',
};
const PERCENTAGES = new Set(['share', 'influence', 'targetProbability', 'probability', 'weight']);
const RANKS = new Set(['targetRank', 'rank']);

export function figureName(name: string): string {
  return NAMES[name] ?? name;
}

export function isPercentage(name: string): boolean {
  return PERCENTAGES.has(name);
}

/** The number itself, or a set's mean. */
export function middle(amount: Amount | undefined): number | undefined {
  return typeof amount === 'object' ? amount.mean : amount;
}

export function amountText(name: string, amount: Amount | undefined): string {
  if (amount === undefined) return '–';
  if (typeof amount === 'number') return numberText(name, amount);
  const spread = amount.spread === undefined ? '' : ` ± ${numberText(name, amount.spread, false)}`;
  return `${numberText(name, amount.mean, false)}${spread} (${amount.count})`;
}

export function differenceText(name: string, difference: number | undefined): string {
  if (difference === undefined) return '–';
  if (PERCENTAGES.has(name))
    return `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${percent(Math.abs(difference))}`;
  return signed(difference);
}

/** What a reader of the screen hears of a row. */
export function rowLabel(row: ComparedRow, name: string): string {
  const of = row.figures[name];
  return (
    `${row.name}: ${figureName(name)} left ${amountText(name, of?.left)}, right ${amountText(name, of?.right)}, ` +
    `difference ${differenceText(name, of?.difference)}`
  );
}

/** Only one side has it: that is no difference of which the size is known. */
export function oneSided(of: ComparedFigure | undefined): 'left' | 'right' | undefined {
  if (of?.difference !== undefined) return undefined;
  return of?.left !== undefined ? 'left' : of?.right !== undefined ? 'right' : undefined;
}

function numberText(name: string, value: number, whole = true): string {
  if (PERCENTAGES.has(name)) return percent(value);
  if (RANKS.has(name)) return whole ? rankText(value) : figure(value, 1);
  return figure(value);
}
