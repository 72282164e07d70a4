import { namedToken } from '../tokens/tokenText';
import type { Palette } from '../theme/palette';
import type { FrameProps } from './Frame';
import { barLength, GUTTER, GUTTER_BAR, GUTTER_TOKEN } from './layout/gutter';
import { fitting } from '../tokens/text';
import { stateText } from './sentences';

/** What the model would say after each layer, and how probable target and distractor are there. */
export function Gutter({
  story,
  layout,
  palette,
  onSelect,
}: FrameProps & { onSelect: (id: string) => void }) {
  const bar = (length: number, y: number, colour: string) => (
    <>
      <rect
        x={GUTTER_BAR.x}
        y={y}
        width={GUTTER_BAR.width}
        height={GUTTER_BAR.height}
        fill={palette.raised}
      />
      <rect
        x={GUTTER_BAR.x}
        y={y}
        width={GUTTER_BAR.width * length}
        height={GUTTER_BAR.height}
        fill={colour}
      />
    </>
  );
  const two = story.distractor !== undefined;
  return (
    <g>
      <rect x={0} y={0} width={GUTTER} height={layout.inner.height} fill={palette.panel} />
      {layout.gutter.map(({ row, y, state, distractor }) =>
        state === undefined ? null : (
          <g key={row.from} className="fold" onClick={() => onSelect(state.id)}>
            <title>{stateText(story, state, distractor)}</title>
            <rect x={2} y={row.y} width={GUTTER - 2} height={row.height} fill={palette.panel} />
            <text
              x={GUTTER_TOKEN.x}
              y={y + 4}
              fontSize={11}
              className="mono"
              fill={palette.text}
              xmlSpace="preserve"
            >
              {fitting(namedToken(state.token), GUTTER_TOKEN.width, 11, 'mono')}
            </text>
            {bar(barLength(state.targetProbability), y - (two ? 8 : 3.5), palette.raises)}
            {distractor !== undefined && bar(barLength(distractor), y + 1, palette.lowers)}
            {two && distractor === undefined && (
              <path d={`M${GUTTER_BAR.x} ${y + 4.5}h${GUTTER_BAR.width}`} {...notKept(palette)} />
            )}
          </g>
        ),
      )}
    </g>
  );
}

/** How a distractor's bar looks where the state keeps no figure for it: not as one of nothing. */
export function notKept(palette: Palette) {
  return { stroke: palette.dim, strokeWidth: 1, strokeDasharray: '1 4' };
}
