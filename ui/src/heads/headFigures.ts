import type { TraceHead } from '../api/types';
import { figure, percent, signed } from '../common/format';

/** A figure that all heads are coloured and ranked by. */
export interface HeadFigure {
  key: string;
  name: string;
  /** what it is, in a sentence */
  about: string;
  /** above 0 raises the metric, below it lowers it */
  signed: boolean;
  of: (head: TraceHead) => number | undefined;
  text: (amount: number | undefined) => string;
}

const score = (key: string, name: string, about: string, text = percent): HeadFigure => ({
  key,
  name,
  about,
  signed: false,
  of: (head) => head.scores[key],
  text,
});

/** How a head attends. */
export const SCORES: readonly HeadFigure[] = [
  score('firstToken', 'first token', 'mean attention to position 0, of queries from 1'),
  score('previousToken', 'previous token', 'mean attention to the position before, of queries from 2'),
  score('currentToken', 'current token', 'mean attention to the query’s own position, of queries from 1'),
  score(
    'duplicateToken',
    'duplicate token',
    'mean attention to earlier positions of the query’s token; absent where no token repeats',
  ),
  score(
    'induction',
    'induction',
    'mean attention to what followed the query’s token earlier; absent where no token repeats',
  ),
  score('entropy', 'entropy (nats)', 'mean entropy of its rows, of queries from 1', (amount) =>
    figure(amount),
  ),
];

/** The first is the usual one. */
export const HEAD_FIGURES: readonly [HeadFigure, ...HeadFigure[]] = [
  {
    key: 'effect',
    name: 'effect (estimate)',
    about:
      'activation times gradient of the metric, summed over all positions but the first: an estimate, to first order',
    signed: true,
    of: (head) => head.effect,
    text: signed,
  },
  {
    key: 'dla',
    name: 'direct (DLA)',
    about: 'direct logit attribution of its output at the target position',
    signed: true,
    of: (head) => head.dla,
    text: signed,
  },
  {
    key: 'share',
    name: 'share at the target',
    about: 'of its output at the target position, of the residual state that it ends in',
    signed: false,
    of: (head) => head.share,
    text: percent,
  },
  {
    key: 'influence',
    name: 'influence, summed',
    about:
      'how much of the last residual state came through its outputs, summed over all positions but the first',
    signed: false,
    of: (head) => head.influence,
    text: percent,
  },
  ...SCORES,
  {
    key: 'measured',
    name: 'measured ablation',
    about:
      'what the metric lost when the head was set to zero at all positions: real, where a sweep was made',
    signed: true,
    of: (head) => head.measured,
    text: (amount) => (amount === undefined ? 'not measured' : signed(amount)),
  },
  {
    key: 'circuit',
    name: 'newest circuit',
    about:
      'heads of the newest circuit that was found for this model, by the largest score of their edges in it; the others are not in it',
    signed: false,
    of: (head) => head.circuit,
    text: (amount) => (amount === undefined ? 'not in the circuit' : figure(amount)),
  },
];

export function headFigure(key: string | undefined): HeadFigure {
  return HEAD_FIGURES.find((each) => each.key === key) ?? HEAD_FIGURES[0];
}

/** Heads that have the figure, the largest first, whatever its sign. */
export function ranked(heads: TraceHead[], by: HeadFigure): TraceHead[] {
  const size = (head: TraceHead) => Math.abs(by.of(head) ?? 0);
  return heads.filter((head) => by.of(head) !== undefined).sort((a, b) => size(b) - size(a));
}

/** The head that an activation is of, where it is a head's output. */
export function headOf(heads: TraceHead[], node: string | undefined): TraceHead | undefined {
  return heads.find((head) => positionOf(head, node) !== undefined);
}

/** Where the output stands. */
export function positionOf(head: TraceHead, node: string | undefined): number | undefined {
  const found = Object.entries(head.nodes).find(([, id]) => id === node);
  return found && Number(found[0]);
}

/** Positions by the size of the head's effect there, the largest first; the first token is left out where it does not count. */
export function strongestPositions(head: TraceHead, first: number, most: number): [number, number][] {
  return (head.effects ?? [])
    .map((effect, position): [number, number] => [position, effect])
    .filter(([position, effect]) => position >= first && effect !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, most);
}
