import type { Palette } from '../theme/palette';
import type { FrameProps } from './Frame';
import { barHeight, barLength, GUTTER, GUTTER_BAR } from './layout/gutter';
import { Said } from './Said';
import { stateText } from './sentences';

/** What the model would say after each layer, and how probable target and distractor are there. */
export function Gutter({
  story,
  layout,
  palette,
  onSelect,
}: FrameProps & { onSelect: (id: string) => void }) {
  const bar = (length: number, y: number, height: number, colour: string) => (
    <>
      <rect x={GUTTER_BAR.x} y={y} width={GUTTER_BAR.width} height={height} fill={palette.raised} />
      <rect x={GUTTER_BAR.x} y={y} width={GUTTER_BAR.width * length} height={height} fill={colour} />
    </>
  );
  const two = story.distractor !== undefined;
  return (
    <g>
      <rect x={0} y={0} width={GUTTER} height={layout.inner.height} fill={palette.panel} />
      {layout.gutter.map(({ row, y, state, distractor }) => {
        if (state === undefined) return null;
        const high = barHeight(row);
        return (
          <g key={row.from} className="fold" onClick={() => onSelect(state.id)}>
            <title>{stateText(story, state, distractor)}</title>
            <rect x={2} y={row.y} width={GUTTER - 2} height={row.height} fill={palette.panel} />
            <Said state={state} y={y + 4} font={11} palette={palette} />
            {bar(barLength(state.targetProbability), y - (two ? high + 1 : high / 2), high, palette.raises)}
            {distractor !== undefined && bar(barLength(distractor), y + 1, high, palette.lowers)}
            {two && distractor === undefined && (
              <path d={`M${GUTTER_BAR.x} ${y + 4.5}h${GUTTER_BAR.width}`} {...notKept(palette)} />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** How a distractor's bar looks where the state keeps no figure for it: not as one of nothing. */
export function notKept(palette: Palette) {
  return { stroke: palette.dim, strokeWidth: 1, strokeDasharray: '1 4' };
}
