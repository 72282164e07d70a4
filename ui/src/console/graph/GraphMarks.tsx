import { memo } from 'react';
import { signed } from '../../common/format';
import { shorten, visibleToken } from '../../tokens/tokenText';
import { hue, labelColour, type Palette } from '../../theme/palette';
import { amountOf, mostOf, widthOf } from './amounts';
import type { Line, Placed } from './arrange';

const RADIUS = 9;
const BEND = 22;
const FEW = 20;

export function shownName({ name, node }: Placed): string {
  return shorten(name === node.properties.text ? visibleToken(name) : name, 18);
}

export const Lines = memo(function Lines({
  lines,
  palette,
  near,
}: {
  lines: readonly Line[];
  palette: Palette;
  near: string | undefined;
}) {
  const most = mostOf(lines);
  return (
    <g fill="none" className="graph-lines">
      {lines.map((line) => {
        const { relationship, source, target } = line;
        const named = lines.length <= FEW || source.id === near || target.id === near;
        const path = pathOf(line);
        const amount = amountOf(relationship.properties);
        const away = near !== undefined && source.id !== near && target.id !== near;
        return (
          <g key={String(relationship.id)} opacity={away ? 0.2 : 1}>
            <path
              d={path.d}
              stroke={amount === undefined ? palette.edge : hue(palette, amount)}
              strokeWidth={widthOf(relationship.properties, most)}
              strokeOpacity={0.75}
              markerEnd="url(#result-arrow)"
            >
              <title>{`${relationship.type} ${JSON.stringify(relationship.properties)}`}</title>
            </path>
            {named && (
              <text x={path.x} y={path.y} className="graph-type" textAnchor="middle">
                {relationship.type}
                {amount !== undefined && ` ${signed(amount)}`}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

interface DotsProps {
  nodes: readonly Placed[];
  palette: Palette;
  entry: string | undefined;
  selected: string | undefined;
}

export const Dots = memo(function Dots({ nodes, palette, entry, selected }: DotsProps) {
  return (
    <g>
      {nodes.map((placed) => (
        <g
          key={placed.id}
          data-id={placed.id}
          role="button"
          tabIndex={placed.id === entry ? 0 : -1}
          aria-pressed={placed.id === selected}
          aria-label={`${placed.kind} ${shownName(placed)}`}
          className="dot"
          transform={`translate(${placed.x} ${placed.y})`}
        >
          {placed.id === selected && (
            <circle r={RADIUS + 4} fill="none" stroke={palette.focus} strokeWidth={2} />
          )}
          <circle
            className="mark"
            r={RADIUS}
            fill={labelColour(palette, placed.kind)}
            stroke={rim(palette, placed)}
            strokeWidth={2}
          />
          <text y={RADIUS + 12} textAnchor="middle">
            {shownName(placed)}
          </text>
        </g>
      ))}
    </g>
  );
});

function rim(palette: Palette, { node }: Placed): string {
  const amount = amountOf(node.properties);
  return amount === undefined ? palette.panel : hue(palette, amount);
}

/** From rim to rim, and where its name stands. */
function pathOf({ source, target, bend }: Line): { d: string; x: number; y: number } {
  const right = target.x - source.x;
  const down = target.y - source.y;
  const length = Math.hypot(right, down);
  if (length === 0) {
    const { x, y } = source;
    return {
      d: `M${x - 5} ${y - 8}C${x - 30} ${y - 45} ${x + 30} ${y - 45} ${x + 5} ${y - 10}`,
      x,
      y: y - 38,
    };
  }
  const [ux, uy] = [right / length, down / length];
  const aside = bend * BEND;
  const middle = {
    x: (source.x + target.x) / 2 - uy * aside * 2,
    y: (source.y + target.y) / 2 + ux * aside * 2,
  };
  const from = { x: source.x + ux * RADIUS, y: source.y + uy * RADIUS };
  const to = { x: target.x - ux * (RADIUS + 4), y: target.y - uy * (RADIUS + 4) };
  const d = `M${at(from)}Q${at(middle)} ${at(to)}`;
  return { d, x: (from.x + 2 * middle.x + to.x) / 4, y: (from.y + 2 * middle.y + to.y) / 4 - 3 };
}

function at({ x, y }: { x: number; y: number }): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
