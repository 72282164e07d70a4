import { useMemo, useRef, useState } from 'react';
import type { WholeCircuit } from '../api/types';
import { figure, percent, signed } from '../common/format';
import { ImageButtons } from '../common/ImageButtons';
import { hue, type Palette } from '../theme/palette';
import { useTheme } from '../theme/useTheme';
import { circuitImage } from './circuitImage';
import { NODE, overlap, ownedEdges, picture, type OwnedEdge } from './circuits';

interface CircuitDrawingProps {
  circuit: WholeCircuit;
  other: WholeCircuit | undefined;
}

/** A circuit from the embedding up to the logits, or two over one another. A node that is pointed at keeps its own edges. */
export function CircuitDrawing({ circuit, other }: CircuitDrawingProps) {
  const { palette } = useTheme();
  const svg = useRef<SVGSVGElement>(null);
  const [lit, setLit] = useState<string>();
  const edges = useMemo(() => ownedEdges(circuit, other), [circuit, other]);
  const drawn = useMemo(() => {
    const theirs = (other?.nodes ?? []).filter(({ name }) => !circuit.nodes.some((n) => n.name === name));
    return picture([...circuit.nodes, ...theirs], edges);
  }, [circuit, other, edges]);
  const name = circuit.circuit.name;
  const image = () => svg.current && circuitImage(svg.current, drawn, palette, circuit, other);
  const shared = edges.filter(({ owner }) => owner === 'both').length;
  return (
    <>
      <p className="hint">
        {other ? (
          <>
            {shared} {shared === 1 ? 'edge' : 'edges'} in both, {percent(overlap(edges))} of those that either
            has. Dark: both; blue and orange: {name} alone; violet: {other.circuit.name} alone.
          </>
        ) : (
          <>Blue edges hold the metric up, orange ones work against it; the wider, the larger their score.</>
        )}
        {drawn.left > 0 && ` The ${drawn.edges.length} strongest edges are drawn of ${edges.length}.`}
      </p>
      <div className="circuit-frame">
        <svg
          ref={svg}
          className="circuit-drawing"
          width={drawn.width}
          height={drawn.height}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          role="img"
          aria-label={`The circuit ${name}: ${drawn.nodes.length} components and ${drawn.edges.length} edges from the embedding to the logits`}
        >
          <rect width={drawn.width} height={drawn.height} fill={palette.panel} />
          {drawn.edges.map((edge) => (
            <path
              key={`${edge.from} ${edge.to}`}
              d={edge.path}
              fill="none"
              stroke={colour(edge, palette)}
              strokeWidth={edge.width}
              strokeOpacity={lit === undefined || edge.from === lit || edge.to === lit ? 0.6 : 0.06}
            >
              <title>{told(edge)}</title>
            </path>
          ))}
          {drawn.nodes.map((node) => (
            <g
              key={node.name}
              onPointerEnter={() => setLit(node.name)}
              onPointerLeave={() => setLit(undefined)}
            >
              <rect
                x={node.x}
                y={node.y}
                width={NODE.width}
                height={NODE.height}
                rx={4}
                fill={palette.raised}
                stroke={palette.nodeLine}
              />
              <text
                x={node.x + NODE.width / 2}
                y={node.y + 14}
                fontSize="11"
                textAnchor="middle"
                fill={palette.text}
              >
                {node.name}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <p className="actions">
        <ImageButtons name={`circuit-${name}`} draw={() => image() ?? undefined} />
      </p>
    </>
  );
}

function colour({ owner, score }: OwnedEdge, palette: Palette): string {
  if (owner === 'both') return palette.text;
  if (owner === 'other') return palette.other;
  return hue(palette, score);
}

function told({ from, to, score, otherScore, measured, traces }: OwnedEdge): string {
  const more = otherScore === undefined ? '' : ` and ${figure(otherScore)}`;
  const real = measured == null ? '' : `, measured ${signed(measured)} (traces: ${traces ?? 1})`;
  return `${from} → ${to}: score ${signed(score)}${more}${real}`;
}
