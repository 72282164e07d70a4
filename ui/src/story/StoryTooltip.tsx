import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Story } from '../api/types';
import { signed } from '../common/format';
import { visibleToken } from '../tokens/tokenText';
import { StoryFigures } from './StoryFigures';
import type { Edge } from './layout/edges';
import { FRAME, type StoryLayout } from './layout/layout';
import type { Pill } from './layout/pills';
import { pillName } from './layout/pillText';
import type { Shown } from './prune';
import { sentence } from './sentences';

interface StoryTooltipProps {
  story: Story;
  shown: Shown;
  pill: Pill | undefined;
  edge: Edge | undefined;
  layout: StoryLayout;
  frame: RefObject<HTMLDivElement | null>;
}

const GAP = 10;

export function StoryTooltip({ story, shown, pill, edge, layout, frame }: StoryTooltipProps) {
  const box = useRef<HTMLDivElement>(null);

  // below the mark or above it, wherever there is room, before the browser paints
  useLayoutEffect(() => {
    const [element, panel] = [box.current, frame.current];
    if (!element || !panel) return;
    const at = pill ?? endOf(edge);
    const x = at.x + FRAME.left - panel.scrollLeft;
    const y = at.y + FRAME.top - panel.scrollTop;
    const high = pill?.height ?? 0;
    const below = y + high + GAP;
    const fits = below + element.offsetHeight <= panel.clientHeight;
    element.style.left = `${Math.max(4, Math.min(x, panel.clientWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(4, fits ? below : y - element.offsetHeight - GAP)}px`;
  });

  return (
    <div className="tooltip story-tooltip" ref={box} role="tooltip">
      {pill && (
        <>
          <p>{sentence(story, shown, pill.part)}</p>
          {!pill.part.group && <StoryFigures story={story} part={pill.part} />}
        </>
      )}
      {edge && <p>{edgeText(story, layout, edge)}</p>}
    </div>
  );
}

function endOf(edge: Edge | undefined) {
  return edge?.corners.at(-1) ?? { x: 0, y: 0 };
}

function edgeText(story: Story, layout: StoryLayout, edge: Edge): string {
  const name = (id: string | undefined) => {
    const part = id === undefined ? undefined : layout.byId.get(id)?.part;
    return part ? pillName(part) : '';
  };
  const token = `'${visibleToken(story.positions[edge.position]?.text)}'`;
  const amount = `${signed(edge.amount)}${story.measure === 'effect' ? ' (estimate)' : ''}`;
  switch (edge.kind) {
    case 'attend':
      return story.measure === 'effect'
        ? `${name(edge.target)} attends to ${token} at ${edge.position}: weight ${edge.key?.weight.toFixed(2) ?? '–'}, effect ${amount}`
        : `${name(edge.target)} attends to ${token} at ${edge.position}: weight ${edge.key?.weight.toFixed(2) ?? '–'}, share ${amount} of its output`;
    case 'feeds':
      return `${name(edge.source)} feeds MLP ${name(edge.target)}: ${signed(edge.amount)} (estimate)`;
    case 'query':
    case 'key':
    case 'value':
      return `${name(edge.source)} moves the ${edge.kind} of ${name(edge.target)} at ${token}: ${signed(edge.amount)} (estimate)`;
    case 'out':
      return `${name(edge.source)} adds to the stream at ${token}: ${amount}`;
  }
}
