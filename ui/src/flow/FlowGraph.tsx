import {
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type SyntheticEvent,
} from 'react';
import type { Membership } from '../api/found';
import type { Flow } from '../api/types';
import type { Image } from '../common/image';
import { useSize } from '../common/useSize';
import type { Camera } from '../route/route';
import { useTheme } from '../theme/useTheme';
import { Axes, Emphasis, Nodes, Said } from './FlowMarks';
import { FlowTooltip } from './FlowTooltip';
import { groundOf } from './ground';
import { GroundCanvas, type GroundHandle } from './GroundCanvas';
import { incidence } from './incidence';
import { layout as layOut } from './layout';
import { SCALES } from './measures';
import { Minimap, type MinimapHandle } from './Minimap';
import { neighbour, type Direction } from './navigate';
import { rankColour } from './scales';
import { flowImage } from './exportSvg';
import { StickyNames, type StickyHandle } from './StickyNames';
import { useCamera } from './useCamera';

interface FlowGraphProps {
  flow: Flow;
  vocabulary: number;
  circuit: Membership | undefined;
  selected: string | undefined;
  onSelect: (node: string | undefined) => void;
  camera: Camera | undefined;
  onCamera: (camera: Camera | undefined) => void;
  /** what the reader opened, which would be folded */
  open: Opened;
  onOpen: (open: Opened) => void;
  /** handed out for the export and the zoom buttons */
  ref: Ref<FlowHandle>;
}

export interface Opened {
  layers: readonly number[];
  positions: readonly number[];
}

export interface FlowHandle {
  zoomBy: (factor: number) => void;
  /** the whole drawing below a title, with its legend */
  image: (title: readonly string[]) => Image | undefined;
  /** the node that has the focus, or that the pointer is at */
  pointed: () => string | undefined;
}

/** Of a line: what stands about level with a state. */
const BESIDE = 0.3;
const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function FlowGraph(props: FlowGraphProps) {
  const { flow, vocabulary, circuit, selected, onSelect, camera, onCamera, open, onOpen, ref } = props;
  const { palette } = useTheme();
  const { element: panel, size } = useSize<HTMLDivElement>();
  const { layers, positions } = open;
  const layout = useMemo(
    () => layOut(flow, { ...size, openLayers: new Set(layers), openPositions: new Set(positions) }),
    [flow, size, layers, positions],
  );
  const colour = useMemo(() => rankColour(palette, vocabulary), [palette, vocabulary]);
  const incident = useMemo(() => incidence(layout.edges), [layout]);
  const [hovered, setHovered] = useState<{ id: string; element: Element }>();
  const names = useRef<StickyHandle>(null);
  const ground = useRef<GroundHandle>(null);
  const map = useRef<MinimapHandle>(null);
  const { svg, drawing, zoomBy, centre, reveal } = useCamera(
    layout,
    SCALES,
    camera,
    onCamera,
    (stand, view) => {
      names.current?.place(stand, view);
      ground.current?.place(stand);
      map.current?.place(stand, view);
    },
  );
  const openLayers = useCallback(
    (more: number[]) => onOpen({ layers: [...layers, ...more], positions }),
    [onOpen, layers, positions],
  );

  useImperativeHandle(
    ref,
    () => ({
      zoomBy,
      image: (title) =>
        svg.current
          ? flowImage(
              { svg: svg.current, size: layout, palette, title, vocabulary, circuit: circuit?.name },
              groundOf(layout, palette),
            )
          : undefined,
      pointed: () => document.activeElement?.getAttribute('data-node') ?? hovered?.id,
    }),
    [zoomBy, svg, layout, palette, vocabulary, circuit, hovered],
  );

  const entry =
    selected !== undefined && layout.byId.has(selected)
      ? selected
      : layout.byId.has(flow.end)
        ? flow.end
        : flow.nodes[0]?.id;
  const emphasised = [...new Set([hovered?.id, selected])].filter((id): id is string => id !== undefined);
  const emphasisedEdges = [...new Set(emphasised.flatMap((id) => incident.get(id) ?? []))];
  const hoveredNode = hovered && layout.byId.get(hovered.id);

  const point = (event: SyntheticEvent) => {
    const element = nodeOf(event);
    const id = element?.getAttribute('data-node');
    setHovered(element && id ? { id, element } : undefined);
  };
  const onClick = (event: SyntheticEvent) => {
    // a fold opens, and what is selected stays so
    if (event.target instanceof Element && event.target.closest('.fold')) return;
    onSelect(nodeOf(event)?.getAttribute('data-node') ?? undefined);
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const id = nodeOf(event)?.getAttribute('data-node');
    const node = id ? layout.byId.get(id) : undefined;
    if (event.key === 'Escape') onSelect(undefined);
    else if (node && (event.key === 'Enter' || event.key === ' ')) onSelect(node.id);
    else if (node && ARROWS[event.key]) {
      const next = neighbour(layout.nodes, node, ARROWS[event.key] ?? 'up', BESIDE * layout.line);
      if (next) {
        reveal(next.x, next.y);
        svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
      }
    } else return;
    event.preventDefault();
  };

  return (
    <div className={hovered ? 'flow-graph some' : 'flow-graph'} ref={panel}>
      <GroundCanvas layout={layout} palette={palette} size={size} ref={ground} />
      <svg
        ref={svg}
        role="group"
        aria-label="Flow graph. Tab to the last residual state, arrow keys to its neighbours, Enter to inspect, Escape to clear."
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerOver={point}
        onPointerLeave={() => setHovered(undefined)}
        onFocus={point}
        onBlur={() => setHovered(undefined)}
      >
        <g ref={drawing} className="drawing">
          <Axes layout={layout} target={flow.targetPosition} onOpen={openLayers} />
          <Emphasis layout={layout} edges={emphasisedEdges} ids={emphasised} palette={palette} />
          <Nodes {...{ layout, colour, palette, circuit, entry, selected }} />
          <Said layout={layout} palette={palette} colour={colour} />
        </g>
        <StickyNames
          layout={layout}
          flow={flow}
          onOpen={openLayers}
          onOpenPositions={(more) => onOpen({ layers, positions: [...positions, ...more] })}
          ref={names}
        />
      </svg>
      <Minimap layout={layout} palette={palette} onCentre={centre} ref={map} />
      {hovered && hoveredNode && (
        <FlowTooltip
          node={hoveredNode}
          at={hovered.element}
          token={flow.positions[hoveredNode.position]?.text}
        />
      )}
    </div>
  );
}

function nodeOf(event: SyntheticEvent): Element | null {
  return event.target instanceof Element ? event.target.closest('[data-node]') : null;
}
