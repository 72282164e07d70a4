import type { Result, Trace } from '../api/types';
import { toCsv } from '../console/csv';
import { visibleToken } from '../tokens/tokenText';

/** A sweep of a trace's prompt, as the query `sweeps-of-a-trace` has it. */
export interface Sweep {
  id: string;
  of: string;
  /** of edges: the name of the circuit that they are of */
  circuit?: string;
  kind: string;
  put?: string;
  positions: string;
  metric: number;
  partial: boolean;
}

/** What changing one component did, as the query `what-a-sweep-measured` has it. */
export interface Measured {
  component: string;
  layer: number;
  /** a head's or neuron's, in its layer */
  index?: number;
  /** of a residual state */
  position?: number;
  /** the metric after it less that before: what hurts is negative */
  change: number;
  metric: number;
  rank: number;
  probability: number;
}

interface Size {
  layers: number;
  heads: number;
}

/** What can be measured with one click, in the words of a job's request; and how many passes that takes. */
export const MEASURES = [
  {
    name: 'heads and MLPs',
    about: 'each head and each MLP is set to zero in turn, at all positions',
    asked: { measure: 'mlps', sweep: { of: 'heads' } },
    passes: ({ layers, heads }: Size, _positions: number) => layers * (heads + 1),
  },
  {
    name: 'layers × positions',
    about: 'each residual state before a block is set to zero in turn, position by position',
    asked: { sweep: { of: 'resid_pre' } },
    passes: ({ layers }: Size, positions: number) => layers * positions,
  },
] as const;

export function sweepsOf(result: Result): Sweep[] {
  return records(result).map(({ sweep, of, circuit, kind, put, positions, metric, partial }) => ({
    id: text(sweep),
    of: text(of),
    ...(circuit != null && { circuit: text(circuit) }),
    kind: text(kind),
    ...(put != null && { put: text(put) }),
    positions: text(positions),
    metric: Number(metric),
    partial: partial === true,
  }));
}

export function measuredIn(result: Result): Measured[] {
  return records(result).map(({ component, layer, index, position, change, metric, rank, probability }) => ({
    component: text(component),
    layer: Number(layer),
    ...(index != null && { index: Number(index) }),
    ...(position != null && { position: Number(position) }),
    change: Number(change),
    metric: Number(metric),
    rank: Number(rank),
    probability: Number(probability),
  }));
}

function records({ columns, rows }: Result): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const THINGS: Record<string, string> = {
  heads: 'each head',
  mlps: 'each MLP',
  resid_pre: 'each residual state',
  neurons: 'each strong neuron',
  edges: 'each edge',
};

/** "each head set to zero, at all positions". */
export function sweepName({ of, circuit, kind, put, positions, partial }: Sweep): string {
  const done =
    kind === 'zero' ? 'set to zero' : kind === 'mean' ? `set to the ${put ?? 'mean'}` : `from “${put ?? ''}”`;
  const where =
    of === 'resid_pre'
      ? ', position by position'
      : positions === 'all'
        ? ', at all positions'
        : positions === 'target'
          ? ', at the target position'
          : `, at ${positions}`;
  const thing = (THINGS[of] ?? of) + (circuit === undefined ? '' : ` of ${circuit}`);
  return `${thing} ${done}${where}${partial ? ' (cancelled: not all)' : ''}`;
}

/** A map of a sweep: layers upward; heads, positions or nothing across. None of what has no such places. */
export interface SweepMap {
  across: string;
  columns: { key: string; label: string; title: string; marked?: boolean }[];
  layers: number[];
  at: Map<string, Measured>;
}

const WORD = 9;

export function mapOf(sweep: Sweep, measured: Measured[], trace: Trace): SweepMap | undefined {
  const layers = [...new Set(measured.map(({ layer }) => layer))].sort((a, b) => b - a);
  const keyed = (column: (each: Measured) => number) =>
    new Map(measured.map((each) => [`${each.layer} ${column(each)}`, each]));
  const numbers = (column: (each: Measured) => number) =>
    [...new Set(measured.map(column))].sort((a, b) => a - b);
  switch (sweep.of) {
    case 'heads': {
      const head = ({ index }: Measured) => index ?? 0;
      return {
        across: 'head',
        columns: numbers(head).map((i) => ({ key: String(i), label: `H${i}`, title: `head ${i}` })),
        layers,
        at: keyed(head),
      };
    }
    case 'resid_pre': {
      const position = (each: Measured) => each.position ?? 0;
      return {
        across: 'position',
        columns: numbers(position).map((p) => {
          const text = visibleToken(trace.tokens[p]?.text);
          return {
            key: String(p),
            label: Array.from(text).slice(0, WORD).join(''),
            title: `${text} at ${p}`,
            marked: p === trace.targetPosition,
          };
        }),
        layers,
        at: keyed(position),
      };
    }
    case 'mlps':
      return {
        across: 'MLP',
        columns: [{ key: '0', label: 'MLP', title: 'mlp_out' }],
        layers,
        at: keyed(() => 0),
      };
    default:
      return undefined;
  }
}

/** A line for each component. */
export function sweepCsv(measured: Measured[]): string {
  const columns: (keyof Measured)[] = [
    'component',
    'layer',
    'index',
    'position',
    'change',
    'metric',
    'rank',
    'probability',
  ];
  return toCsv({
    columns,
    rows: measured.map((each) => columns.map((column) => each[column] ?? null)),
    truncated: false,
    elapsedMs: 0,
  });
}
