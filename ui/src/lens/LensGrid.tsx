import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Lens, Trace } from '../api/types';
import { CellGrid, rowsStyle } from '../grid/CellGrid';
import { useTheme } from '../theme/useTheme';
import { shorten, visibleToken } from '../tokens/tokenText';
import { cellLabel, cellText, colouring, stateLabel, stateName, type Cell, type LensFigure } from './states';

interface LensGridProps {
  lens: Lens;
  trace: Trace;
  by: LensFigure;
  vocabulary: number;
  selected: string | undefined;
  onSelect: (cell: Cell) => void;
  onPoint: (cell: Cell | undefined) => void;
}

const SHOWN = 9;

/** Layers upward, positions across; both axes stay while it scrolls. At first the target's column is in view. */
export function LensGrid({ lens, trace, by, vocabulary, selected, onSelect, onPoint }: LensGridProps) {
  const { palette } = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    const target = box?.querySelector<HTMLElement>('th.marked');
    if (box && target) box.scrollLeft = target.offsetLeft + target.offsetWidth - box.clientWidth + 8;
  }, [lens.trace]);

  const rows = useMemo(() => {
    const keyed = lens.states.map((state) => ({ key: `${state.layer} ${state.site}`, state }));
    return keyed.reverse();
  }, [lens]);
  const cells = useMemo(
    () =>
      new Map(
        rows.flatMap(({ key, state }) =>
          trace.tokens.map((token): [string, Cell] => [
            `${key} ${token.index}`,
            { state, position: token.index },
          ]),
        ),
      ),
    [rows, trace],
  );
  const colour = useMemo(() => colouring(palette, by, vocabulary), [palette, by, vocabulary]);
  return (
    <div className="heat lens-grid" ref={frame} style={rowsStyle(rows.length)}>
      <CellGrid
        caption={`The logit lens, layer by position: the top token of each state, coloured by ${by.name}`}
        columns={trace.tokens.map((token) => ({
          key: String(token.index),
          label: shorten(visibleToken(token.text), SHOWN),
          title: `${visibleToken(token.text)} at ${token.index}${token.index === lens.targetPosition ? ', where the target is predicted' : ''}`,
          marked: token.index === lens.targetPosition,
        }))}
        rows={rows.map(({ key, state }) => ({ key, label: stateLabel(state), title: stateName(state) }))}
        at={(row, column) => cells.get(`${row} ${column}`)}
        look={(cell) => ({
          ...colour(cell),
          text: cellText(lens, cell),
          label: cellLabel(lens, trace, cell),
        })}
        selected={({ state, position }) =>
          selected !== undefined && state.nodes[String(position)] === selected
        }
        onSelect={onSelect}
        onPoint={onPoint}
      />
    </div>
  );
}
