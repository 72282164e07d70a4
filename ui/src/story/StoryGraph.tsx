import { useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import type { Story, Why } from '../api/types';
import type { Image } from '../common/image';
import { rankColour } from '../flow/scales';
import type { Camera } from '../route/route';
import { useTheme } from '../theme/useTheme';
import type { ByReader } from './byReader';
import { ChainsBox } from './ChainsBox';
import { Drawing } from './Drawing';
import { Corners, LayerNames, Tokens } from './Frame';
import { Gutter } from './Gutter';
import type { Row } from '../axes/rows';
import { membersOf } from '../axes/run';
import { bySize } from './navigate';
import { storyImage } from './storyImage';
import type { Point } from './strongestChains';
import { whyOf } from './whyOf';
import { useEmphasis } from './useEmphasis';
import { useStepping } from './useStepping';
import { StoryTooltip } from './StoryTooltip';
import { Head, Title } from './Title';
import { usePointing } from './usePointing';
import { useScroll } from './useScroll';
import { useSize } from '../common/useSize';
import type { Known } from './told';
import { useStoryLayout } from './useStoryLayout';

export interface StoryHandle {
  image: (title: readonly string[]) => Image | undefined;
  /** the pill that has the focus, or that the pointer is at */
  pointed: () => string | undefined;
}

interface StoryGraphProps {
  story: Story;
  prompt: string | undefined;
  vocabulary: number;
  count: number;
  captions: boolean;
  openLayers: readonly number[];
  openPositions: readonly number[];
  onOpen: (layers: number[], positions: number[]) => void;
  selected: string | undefined;
  /** a pill's or a state's, or what is beside all of them */
  onSelect: (node: string | undefined, why?: Why) => void;
  reader: ByReader;
  known: Known;
  fitted: boolean;
  /** the position whose paths stand out */
  traced: number | undefined;
  onTrace: (position: number | undefined) => void;
  ends: readonly Point[];
  /** an end of chains is chosen; none to be shown no more */
  onEnd: (end: Point | undefined) => void;
  camera: Camera | undefined;
  onCamera: (camera: Camera | undefined) => void;
  ref: Ref<StoryHandle>;
}

export function StoryGraph(props: StoryGraphProps) {
  const {
    story,
    prompt,
    vocabulary,
    selected,
    onSelect,
    camera,
    onCamera,
    reader,
    traced,
    ends,
    onEnd,
    ref,
  } = props;
  const { palette } = useTheme();
  const { element, size } = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const scale = camera?.scale ?? 1;
  const { shown, layout, labels, most } = useStoryLayout(props, size, scale);
  const rank = useMemo(() => rankColour(palette, vocabulary), [palette, vocabulary]);
  const ordered = useMemo(() => bySize(layout.pills), [layout]);
  const { title, head, layers, tokens, gutter, corners, onScroll } = useScroll(
    element,
    layout,
    size,
    camera,
    ({ x, y }) => onCamera({ x, y, scale }),
  );

  const { hovered, setHovered, onPointerMove, onPointerDown } = usePointing(svg, layout);
  useImperativeHandle(
    ref,
    () => ({
      image: (lines) => (svg.current ? storyImage(svg.current, layout, palette, lines) : undefined),
      pointed: () => document.activeElement?.getAttribute('data-pill') ?? hovered?.pill?.id,
    }),
    [layout, palette, hovered],
  );
  const onKeyDown = useStepping(svg, layout, onSelect, onEnd);
  const target = story.targetPosition;
  const { chosen, chains, lit } = useEmphasis(layout, target, { hovered, traced, ends, selected });
  const frame = { story, layout, palette };
  const trace = (position: number) => props.onTrace(position === traced ? undefined : position);

  const open = (row: Row) => {
    props.onOpen([...props.openLayers, ...membersOf(row)], [...props.openPositions]);
  };
  return (
    <div className="story-graph">
      <div className="story-scroll" ref={element} onScroll={onScroll} tabIndex={-1}>
        <svg
          ref={svg}
          width={Math.max(layout.width, size.width)}
          height={Math.max(layout.height, size.height)}
          role="group"
          aria-label="The story of the prediction. Arrow keys go along edges and rows, brackets by size, F to the strongest, Enter inspects, Escape clears, L shows the list."
          onPointerMove={onPointerMove}
          onPointerDown={onPointerDown}
          onPointerLeave={() => setHovered(undefined)}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('.fold')) return;
            const id = hovered?.pill?.id ?? hovered?.edge?.target;
            if (event.shiftKey) onEnd(id);
            else onSelect(id, whyOf(layout, hovered?.edge));
          }}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const pill = layout.byId.get(event.target.getAttribute('data-pill') ?? '');
            if (pill) setHovered({ pill });
          }}
          onBlur={() => setHovered(undefined)}
        >
          <Drawing
            {...frame}
            rank={rank}
            lit={lit}
            most={most}
            labels={labels}
            captions={props.captions}
            entry={chosen?.id ?? ordered[0]?.id}
            selected={selected}
            pinned={reader.pinned}
          />
          <g ref={tokens} data-axis="tokens">
            <Tokens
              {...frame}
              onTrace={(position, event) => (event.shiftKey ? onEnd(position) : trace(position))}
              onOpen={(from, to) =>
                props.onOpen([...props.openLayers], [...props.openPositions, ...membersOf({ from, to })])
              }
            />
          </g>
          <g ref={layers} data-axis="layers">
            <LayerNames {...frame} onOpen={open} />
          </g>
          <g ref={gutter} data-axis="gutter">
            <Gutter {...frame} onSelect={onSelect} />
          </g>
          <g ref={corners} data-axis="corners">
            <Corners layout={layout} palette={palette} width={Math.min(size.width, layout.width)} />
          </g>
          <g ref={title} data-axis="title">
            <Title
              story={story}
              shown={shown}
              prompt={prompt}
              reader={reader}
              palette={palette}
              circuit={props.known.circuit?.name}
              width={Math.min(size.width, layout.width)}
            />
          </g>
          <g ref={head} data-axis="head">
            <Head {...frame} onTrace={(event) => (event.shiftKey ? onEnd(target) : trace(target))} />
          </g>
        </svg>
      </div>
      {ends.length > 0 && (
        <ChainsBox
          story={story}
          layout={layout}
          ends={ends}
          chains={chains}
          onClose={() => onEnd(undefined)}
        />
      )}
      {hovered && (
        <StoryTooltip
          story={story}
          shown={shown}
          pill={hovered.pill}
          edge={hovered.edge}
          layout={layout}
          frame={element}
        />
      )}
    </div>
  );
}
