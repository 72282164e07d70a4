import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { useSize } from '../common/useSize';
import { rankColour } from '../flow/scales';
import { Corners, Ground, LayerNames, Tokens } from '../story/Frame';
import { Gutter } from '../story/Gutter';
import { GUTTER } from '../story/layout/gutter';
import { FRAME, layOut } from '../story/layout/layout';
import type { Row } from '../axes/rows';
import { membersOf } from '../axes/run';
import { litEdges } from '../story/lit';
import { EdgeMarks } from '../story/Marks';
import { bySize } from '../story/navigate';
import type { Shown } from '../story/prune';
import { storyMarks, type Drawn } from '../story/storyImage';
import { answerWidth, Head } from '../story/Title';
import { MarkTooltip } from '../story/MarkTooltip';
import { usePointing } from '../story/usePointing';
import { useScroll } from '../story/useScroll';
import { useStepping } from '../story/useStepping';
import { useTheme } from '../theme/useTheme';
import type { Differing } from './difference';
import { inView, scaleOf, type View } from './marks';
import { PairGutter, PairHead } from './PairGutter';
import { PairPills } from './PairPills';
import { PairTitle } from './PairTitle';
import { countText, edgeSentence, markSentence, viewText } from './words';

export interface PairHandle {
  drawn: () => Drawn | undefined;
}

interface PairGraphProps {
  differing: Differing;
  shown: Shown;
  view: View;
  /** how many views stand side by side: each is narrow, and begins where the story does */
  beside: number;
  prompts: { left: string | undefined; right: string | undefined };
  vocabulary: number;
  openLayers: readonly number[];
  openPairs: readonly number[];
  onOpen: (layers: number[], pairs: number[]) => void;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  ref?: Ref<PairHandle>;
}

const NOWHERE = () => undefined;

/** Two stories in one layout: their difference, or one of them where the other would stand. */
export function PairGraph(props: PairGraphProps) {
  const {
    differing,
    shown,
    view,
    beside,
    prompts,
    vocabulary,
    openLayers,
    openPairs,
    selected,
    onSelect,
    ref,
  } = props;
  const { palette } = useTheme();
  const { element, size: panel } = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  // of three, what either side would say stands beside the difference, and sides have the room instead
  const aside = beside === 3 && view !== 'difference' ? GUTTER : 0;
  const size = useMemo(() => ({ width: panel.width + aside, height: panel.height }), [panel, aside]);
  const story = view === 'difference' ? differing.story : differing[view];
  const layout = useMemo(() => {
    const open = { openLayers: new Set(openLayers), openPositions: new Set(openPairs) };
    return inView(layOut(differing.story, shown, { ...size, ...open }), differing, view);
  }, [differing, shown, size, openLayers, openPairs, view]);
  const most = useMemo(() => scaleOf(shown, differing, view), [shown, differing, view]);
  const labels = useMemo(
    () => new Map(shown.parts.map((part) => [part.id, markSentence(differing, part)])),
    [shown, differing],
  );
  const rank = useMemo(() => rankColour(palette, vocabulary), [palette, vocabulary]);
  const { title, head, layers, tokens, gutter, corners, onScroll } = useScroll(
    element,
    layout,
    size,
    undefined,
    NOWHERE,
    beside > 1 ? 'left' : 'right',
  );
  const { hovered, setHovered, onPointerMove, onPointerDown } = usePointing(svg, layout);
  const onKeyDown = useStepping(svg, layout, onSelect, onSelect);
  useImperativeHandle(
    ref,
    () => ({
      drawn: () => {
        if (!svg.current) return undefined;
        const { marks, size: all } = storyMarks(svg.current, layout);
        return { marks, size: { ...all, width: all.width - aside } };
      },
    }),
    [layout, aside],
  );
  const chosen = layout.byId.get(selected ?? '');
  const lit = litEdges(layout, story.targetPosition, { hovered, traced: undefined, chained: [], chosen });
  const entry = chosen?.id ?? bySize(layout.pills)[0]?.id;
  const frame = { story, layout, palette };
  const open = ({ from, to }: Row) =>
    props.onOpen([...openLayers, ...membersOf({ from, to })], [...openPairs]);
  const words = viewText(view, prompts.left, prompts.right);
  const width = Math.min(size.width, layout.width);
  return (
    <div className="story-graph">
      <div className="story-scroll" ref={element} onScroll={onScroll} tabIndex={-1}>
        <svg
          ref={svg}
          width={Math.max(layout.width, size.width) - aside}
          height={Math.max(layout.height, size.height)}
          role="group"
          aria-label={`${words}. Arrow keys go along edges and rows, brackets by size, Enter chooses, Escape clears.`}
          onPointerMove={onPointerMove}
          onPointerDown={onPointerDown}
          onPointerLeave={() => setHovered(undefined)}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('.fold')) return;
            onSelect(hovered?.pill?.id ?? hovered?.edge?.target);
          }}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const pill = layout.byId.get(event.target.getAttribute('data-pill') ?? '');
            if (pill) setHovered({ pill });
          }}
          onBlur={() => setHovered(undefined)}
        >
          <g
            className={lit.length > 0 ? 'story-drawing some' : 'story-drawing'}
            transform={`translate(${FRAME.left} ${FRAME.top})`}
          >
            <Ground {...frame} rank={rank} />
            <EdgeMarks edges={layout.edges} palette={palette} most={most} className="edges" />
            <EdgeMarks edges={lit} palette={palette} most={most} className="lit" />
            <PairPills
              pills={layout.pills}
              sides={differing.sides}
              view={view}
              palette={palette}
              most={most}
              labels={labels}
              entry={entry}
              selected={selected}
            />
          </g>
          <g ref={tokens} data-axis="tokens">
            <Tokens
              {...frame}
              onTrace={NOWHERE}
              onOpen={(from, to) => props.onOpen([...openLayers], [...openPairs, ...membersOf({ from, to })])}
            />
          </g>
          <g ref={layers} data-axis="layers">
            <LayerNames {...frame} onOpen={open} />
          </g>
          <g ref={gutter} data-axis="gutter">
            {view === 'difference' ? (
              <PairGutter differing={differing} layout={layout} palette={palette} />
            ) : (
              <Gutter {...frame} onSelect={NOWHERE} />
            )}
          </g>
          <g ref={corners} data-axis="corners">
            <Corners layout={layout} palette={palette} width={width} />
          </g>
          <g ref={title} data-axis="title">
            <PairTitle
              view={view}
              title={words}
              count={countText(differing, shown)}
              palette={palette}
              width={width}
              free={view === 'difference' ? 0 : answerWidth(story)}
            />
          </g>
          <g ref={head} data-axis="head">
            {view === 'difference' ? (
              <PairHead differing={differing} palette={palette} />
            ) : (
              <Head {...frame} onTrace={NOWHERE} />
            )}
          </g>
        </svg>
      </div>
      {hovered && (
        <MarkTooltip mark={hovered} frame={element}>
          {hovered.pill && <p>{markSentence(differing, hovered.pill.part)}</p>}
          {hovered.edge && <p>{edgeSentence(story, layout, hovered.edge, view)}</p>}
        </MarkTooltip>
      )}
    </div>
  );
}
