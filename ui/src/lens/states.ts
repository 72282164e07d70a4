import type { Lens, LensState, Trace } from '../api/types';
import { percent, rankText } from '../common/format';
import { rankColour } from '../flow/scales';
import { amounts, inkOn } from '../grid/scale';
import type { Palette } from '../theme/palette';
import { shorten, visibleToken } from '../tokens/tokenText';

/** One state at one position. */
export interface Cell {
  state: LensState;
  position: number;
}

/** What cells are coloured by; the first is the usual one. */
export const LENS_FIGURES = [
  { key: 'targetRank', name: 'rank of the target' },
  { key: 'targetProbability', name: 'probability of the target' },
  { key: 'probability', name: 'probability of the top token' },
] as const;

export type LensFigure = (typeof LENS_FIGURES)[number];

const SHOWN = 9;

export function lensFigure(key: string | undefined): LensFigure {
  return LENS_FIGURES.find((each) => each.key === key) ?? LENS_FIGURES[0];
}

/** TransformerLens's name of a state, with its layer. */
export function stateName({ site, layer }: LensState): string {
  return site === 'embed' ? 'embedding' : `resid_${site} of layer ${layer}`;
}

/** As short as the axis has room for. */
export function stateLabel({ site, layer }: LensState): string {
  return site === 'embed' ? 'embed' : `L${layer}`;
}

/** The tokens that a state keeps at a position, the most probable first. */
export function topTokens(lens: Lens, { state, position }: Cell): { text: string; probability: number }[] {
  const probabilities = state.probabilities[position] ?? [];
  return (state.tokens[position] ?? []).map((id, i) => ({
    text: lens.texts[String(id)] ?? '',
    probability: probabilities[i] ?? 0,
  }));
}

/** A colour for each cell, with ink that is read on it. */
export function colouring(palette: Palette, by: LensFigure, vocabulary: number) {
  const ofRank = rankColour(palette, vocabulary);
  const ofProbability = amounts(palette, [1], false);
  const inks = new Map<string, string>();
  return (cell: Cell) => {
    const colour =
      by.key === 'targetRank'
        ? ofRank(cell.state.targetRank[cell.position])
        : ofProbability.colour(
            by.key === 'probability'
              ? cell.state.probabilities[cell.position]?.[0]
              : cell.state.targetProbability[cell.position],
          );
    const ink = inks.get(colour) ?? inkOn(palette, colour);
    inks.set(colour, ink);
    return { colour, ink };
  };
}

export function cellText(lens: Lens, cell: Cell): string {
  const [top] = topTokens(lens, cell);
  return top ? shorten(visibleToken(top.text), SHOWN) : '';
}

/** What a reader of the screen hears of a cell. */
export function cellLabel(lens: Lens, trace: Trace, cell: Cell): string {
  const [top] = topTokens(lens, cell);
  const at = visibleToken(trace.tokens[cell.position]?.text);
  return (
    `${stateName(cell.state)} at ${cell.position} ${at}: ${visibleToken(top?.text)} ${percent(top?.probability)}, ` +
    `target ${rankText(cell.state.targetRank[cell.position])} ${percent(cell.state.targetProbability[cell.position])}`
  );
}
