import type { Plan } from '../api/types';

/** How an operator comes by its nodes: by an index, by reading all there are, or by pairing everything with everything. */
export type Access = 'index' | 'scan' | 'product' | 'other';

export function nameOf(plan: Plan): string {
  return plan.operator.replace(/@.*/, '');
}

export function accessOf(plan: Plan): Access {
  const name = nameOf(plan);
  if (/Index|ById|ByElementId|CountFromCountStore/.test(name)) return 'index';
  if (name.endsWith('Scan')) return 'scan';
  return name === 'CartesianProduct' ? 'product' : 'other';
}

export function estimatedRows(plan: Plan): number | undefined {
  const rows = plan.arguments.EstimatedRows ?? plan.arguments.estimatedRows;
  return typeof rows === 'number' ? rows : undefined;
}

export function detailsOf(plan: Plan): string {
  const details = plan.arguments.Details ?? plan.arguments.details;
  return typeof details === 'string' ? details : '';
}

export function operatorsOf(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(operatorsOf)];
}

/** Variables that people wrote; the planner's own are called anon_3 and such. */
export function identifiersOf(plan: Plan): string[] {
  return plan.identifiers.filter((name) => !/^\s*(anon_\d+|UNNAMED\d+)/i.test(name));
}
