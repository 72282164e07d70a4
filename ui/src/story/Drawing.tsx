import { Ground, type FrameProps } from './Frame';
import type { Edge } from './layout/edges';
import { FRAME } from './layout/layout';
import { CaptionMarks } from './CaptionMarks';
import { EdgeMarks, PillMarks } from './Marks';

interface DrawingProps extends FrameProps {
  rank: (rank: number | undefined) => string;
  /** the edges that stand out: with some, the others fade */
  lit: readonly Edge[];
  most: number;
  labels: ReadonlyMap<string, string>;
  captions: boolean;
  entry: string | undefined;
  selected: string | undefined;
  pinned: readonly string[];
}

/** What lies within the axes, from the ground up. */
export function Drawing({ rank, lit, captions, ...props }: DrawingProps) {
  const { story, layout, palette, most } = props;
  return (
    <g
      className={lit.length > 0 ? 'story-drawing some' : 'story-drawing'}
      transform={`translate(${FRAME.left} ${FRAME.top})`}
    >
      <Ground story={story} layout={layout} palette={palette} rank={rank} />
      <EdgeMarks edges={layout.edges} palette={palette} most={most} className="edges" />
      {lit.length > 0 && <EdgeMarks edges={lit} palette={palette} most={most} className="lit" />}
      {captions && <CaptionMarks captions={layout.captions} palette={palette} />}
      <PillMarks
        pills={layout.pills}
        palette={palette}
        most={most}
        labels={props.labels}
        entry={props.entry}
        selected={props.selected}
        pinned={props.pinned}
      />
    </g>
  );
}
