import type { Story } from '../api/types';
import type { Palette } from '../theme/palette';
import { distractorIn } from './layout/gutter';
import { rowOf, type Row } from '../axes/rows';
import { stateText } from './sentences';
import type { Trunk } from './layout/trunks';

const WIDTH = 4;
const TARGET_WIDTH = 7;

interface TrunkMarkProps {
  trunk: Trunk;
  story: Story;
  rows: readonly Row[];
  palette: Palette;
  rank: (rank: number | undefined) => string;
}

/** The stream of a position; the target's is coloured, layer by layer, by the target's rank in it. */
export function TrunkMark({ trunk, story, rows, palette, rank }: TrunkMarkProps) {
  if (trunk.position !== story.targetPosition || story.lens.length === 0)
    return <Line x={trunk.x} top={trunk.top} bottom={trunk.bottom} width={WIDTH} colour={palette.trunk} />;
  return (
    <g>
      {story.lens.map((state) => {
        const row = rowOf(rows, state.layer);
        if (!row) return null;
        const high = row.height / (row.to - row.from + 1);
        const bottom = row.y + row.height - (state.layer - row.from) * high;
        return (
          <Line
            key={state.layer}
            x={trunk.x}
            top={bottom - high}
            bottom={bottom}
            width={TARGET_WIDTH}
            colour={rank(state.targetRank)}
            title={stateText(story, state, distractorIn(story, state))}
          />
        );
      })}
    </g>
  );
}

function Line({
  x,
  top,
  bottom,
  width,
  colour,
  title,
}: {
  x: number;
  top: number;
  bottom: number;
  width: number;
  colour: string;
  title?: string;
}) {
  return (
    <rect x={x - width / 2} y={top} width={width} height={Math.max(0, bottom - top)} fill={colour}>
      {title !== undefined && <title>{title}</title>}
    </rect>
  );
}
