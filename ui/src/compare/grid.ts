import type { AlignedPair, ComparedRow, Comparison } from '../api/types';
import { shorten, visibleToken } from '../tokens/tokenText';

/** A heat map's rows and columns, and what stands where they meet. */
export interface Grid {
  columns: { key: string; label: string; title: string }[];
  rows: { key: string; label: string }[];
  at: (row: string, column: string) => ComparedRow | undefined;
}

/** Layers upward, heads across, attention and MLP beside them. */
export function componentGrid(rows: ComparedRow[]): Grid {
  const heads = last(rows.map((row) => row.head));
  const layers = last(rows.map((row) => row.layer));
  const columns = [
    ...range(heads).map((head) => ({ key: `H${head}`, label: `H${head}`, title: `head ${head}` })),
    { key: 'attention', label: 'attn', title: 'attn_out: all heads and b_O' },
    { key: 'mlp', label: 'mlp', title: 'mlp_out' },
  ];
  const cells = new Map(
    rows.map((row) => [`${row.layer} ${row.kind === 'head' ? `H${row.head}` : row.kind}`, row]),
  );
  return {
    columns: columns.filter(({ key }) =>
      rows.some((row) => (row.kind === 'head' ? `H${row.head}` : row.kind) === key),
    ),
    rows: range(layers)
      .reverse()
      .map((layer) => ({ key: String(layer), label: `L${layer}` })),
    at: (row, column) => cells.get(`${row} ${column}`),
  };
}

/** Rows by which token of an answer they are of; all together where answers are of one. */
export function byAnswerToken(comparison: Comparison): { label: string | undefined; rows: ComparedRow[] }[] {
  const tokens = [...new Set(comparison.rows.map((row) => row.answerToken))];
  return tokens
    .sort((a, b) => (a ?? 0) - (b ?? 0))
    .map((token) => ({
      label: token === undefined ? undefined : answerTokenLabel(comparison, token),
      rows: comparison.rows.filter((row) => row.answerToken === token),
    }));
}

/** An answer's token, or both where the sides' answers differ there; of sets, which it is. */
export function answerTokenLabel({ left, right }: Comparison, token: number): string {
  const texts = [left, right].map(
    (side) => side.trace && (side.trace.answerTokens ?? [side.trace.target])[token],
  );
  if (!left.trace || !right.trace) return `token ${token + 1}`;
  const [l, r] = texts.map((text) => (text ? visibleToken(text) : '–'));
  return l === r ? String(l) : `${l} | ${r}`;
}

/** Aligned tokens across (of sets, positions back from the target), the stream's states or one component upward. */
export function positionGrid(comparison: Comparison): Grid {
  const { rows, alignment } = comparison;
  const columns = alignment
    ? alignment.map((pair, i) => ({ key: String(i), label: pairLabel(pair), title: pairTitle(pair) }))
    : range(last(rows.map((row) => row.before)))
        .reverse()
        .map((before) => ({
          key: String(before),
          label: before === 0 ? 'target' : `−${before}`,
          title: before === 0 ? 'the target position' : `${before} before the target position`,
        }));
  const kinds = new Map(rows.map((row) => [rowKey(row), row]));
  const cells = new Map(rows.map((row) => [`${rowKey(row)} ${row.pair ?? row.before}`, row]));
  return {
    columns,
    rows: [...kinds.entries()]
      .sort(([, a], [, b]) => order(b) - order(a))
      .map(([key, row]) => ({
        key,
        label: row.kind === 'residual' ? `L${row.layer} ${row.site}` : row.name,
      })),
    at: (row, column) => cells.get(`${row} ${column}`),
  };
}

export function pairLabel(pair: AlignedPair): string {
  const text = (token: { text: string } | undefined) => (token ? shorten(visibleToken(token.text), 9) : '–');
  return pair.same ? text(pair.left) : `${text(pair.left)} | ${text(pair.right)}`;
}

export function pairTitle({ left, right, same }: AlignedPair): string {
  if (left && right)
    return same
      ? `${visibleToken(left.text)} at ${left.index} and ${right.index}`
      : `${visibleToken(left.text)} at ${left.index}, on the right ${visibleToken(right.text)} at ${right.index}`;
  return left
    ? `${visibleToken(left.text)} at ${left.index}, only on the left`
    : `${visibleToken(right?.text ?? '')} at ${right?.index}, only on the right`;
}

const SITES = ['embed', 'mid', 'post'];

function order(row: ComparedRow): number {
  return 10 * (row.layer ?? 0) + SITES.indexOf(row.site ?? '');
}

function rowKey(row: ComparedRow): string {
  return row.kind === 'residual' ? `${row.layer}.${row.site}` : row.name;
}

function last(values: (number | undefined)[]): number {
  return Math.max(-1, ...values.filter((value) => value !== undefined));
}

function range(to: number): number[] {
  return Array.from({ length: to + 1 }, (_, i) => i);
}
