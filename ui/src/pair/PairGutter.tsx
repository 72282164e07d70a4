import type { StoryState } from '../api/types';
import { percent } from '../common/format';
import { FRAME, type StoryLayout } from '../story/layout/layout';
import { barHeight, barLength, GUTTER, GUTTER_BAR, GUTTER_TOKEN, gutterOf } from '../story/layout/gutter';
import { Said } from '../story/Said';
import type { Palette } from '../theme/palette';
import { saidText, shownText } from '../tokens/shownToken';
import { fitting } from '../common/text';
import { visibleToken } from '../tokens/tokenText';
import type { Differing } from './difference';

interface PairGutterProps {
  differing: Differing;
  layout: StoryLayout;
  palette: Palette;
}

/** What either side would say after each layer, left above right, and how probable its target is there: the left's bar hollow. */
export function PairGutter({ differing: { left, right }, layout, palette }: PairGutterProps) {
  const others = gutterOf(layout.rows, right);
  return (
    <g>
      <rect x={0} y={0} width={GUTTER} height={layout.inner.height} fill={palette.panel} />
      {gutterOf(layout.rows, left).map(({ row, y, state }, i) => {
        const other = others[i]?.state;
        const high = barHeight(row);
        return (
          <g key={row.from}>
            <title>
              {`After layer ${row.to}: ${said('left', left.target, state)}; ${said('right', right.target, other)}`}
            </title>
            <rect x={2} y={row.y} width={GUTTER - 2} height={row.height} fill={palette.panel} />
            {shownText(state) === shownText(other) ? (
              <Said y={y + 4} font={11} state={state} palette={palette} />
            ) : row.lines === 0 ? (
              <text x={GUTTER_TOKEN.x} y={y + 3.5} fontSize={9.5} className="mono" fill={palette.text}>
                {fitting(changed(state, other), GUTTER_TOKEN.width, 9.5, 'mono')}
              </text>
            ) : (
              <>
                <Said y={y - 1} font={9.5} state={state} palette={palette} />
                <Said y={y + 9} font={9.5} state={other} palette={palette} />
              </>
            )}
            <Bar y={y - 1 - high} high={high} state={state} palette={palette} hollow />
            <Bar y={y + 1} high={high} state={other} palette={palette} />
          </g>
        );
      })}
    </g>
  );
}

/** As tokens that differ are written below the picture, where there is room for one line only. */
function changed(left: StoryState | undefined, right: StoryState | undefined): string {
  return `${shownText(left)}→${shownText(right)}`;
}

function said(side: string, target: string | undefined, state: StoryState | undefined): string {
  return `the ${side} would say ${saidText(state)}, P(${visibleToken(target)}) ${percent(state?.targetProbability)}`;
}

interface BarProps {
  y: number;
  high: number;
  state: StoryState | undefined;
  palette: Palette;
  hollow?: boolean;
}

function Bar({ y, high, state, palette, hollow = false }: BarProps) {
  const { x, width } = GUTTER_BAR;
  const length = width * barLength(state?.targetProbability);
  return (
    <>
      <rect x={x} y={y} width={width} height={high} fill={palette.raised} />
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={Math.max(0, length - 1)}
        height={high - 1}
        fill={hollow ? 'none' : palette.raises}
        stroke={palette.raises}
      />
    </>
  );
}

/** Above the gutter: whose bar is whose. */
export function PairHead({ differing: { left, right }, palette }: Omit<PairGutterProps, 'layout'>) {
  const name = (text: string | undefined) =>
    fitting(`P(${visibleToken(text)})`, GUTTER_BAR.width - 6, 10, 'mono');
  const line = (y: number, side: string, target: string | undefined, hollow: boolean) => (
    <g>
      <rect
        x={2.5}
        y={y - 7.5}
        width={12}
        height={7}
        fill={hollow ? 'none' : palette.raises}
        stroke={palette.raises}
      />
      <text x={18} y={y}>
        {side}
      </text>
      <text x={GUTTER_BAR.x} y={y} className="mono" fill={palette.raises} xmlSpace="preserve">
        {name(target)}
      </text>
    </g>
  );
  return (
    <g fontSize={10} fill={palette.dim}>
      <rect x={0} y={0} width={GUTTER} height={FRAME.top} fill={palette.panel} />
      <text x={GUTTER_TOKEN.x} y={14}>
        would say, and is
      </text>
      {line(29, 'left', left.target, true)}
      {line(44, 'right', right.target, false)}
    </g>
  );
}
