import type { RefObject } from 'react';
import type { Story } from '../api/types';
import { signed } from '../common/format';
import { visibleToken } from '../tokens/tokenText';
import { MarkTooltip } from './MarkTooltip';
import { StoryFigures } from './StoryFigures';
import type { Edge } from './layout/edges';
import type { StoryLayout } from './layout/layout';
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

export function StoryTooltip({ story, shown, pill, edge, layout, frame }: StoryTooltipProps) {
  return (
    <MarkTooltip mark={{ ...(pill && { pill }), ...(edge && { edge }) }} frame={frame}>
      {pill && (
        <>
          <p>{sentence(story, shown, pill.part)}</p>
          {!pill.part.group && <StoryFigures story={story} part={pill.part} />}
        </>
      )}
      {edge && <p>{edgeText(story, layout, edge)}</p>}
    </MarkTooltip>
  );
}

function edgeText(story: Story, layout: StoryLayout, edge: Edge): string {
  const name = (id: string | undefined) => {
    const part = id === undefined ? undefined : layout.byId.get(id)?.part;
    return part ? pillName(part) : '';
  };
  const token = `'${visibleToken(story.positions[edge.position]?.text)}'`;
  const amount = `${signed(edge.amount)}${story.measure === 'dla' ? '' : ' (estimate)'}`;
  switch (edge.kind) {
    case 'attend':
      return story.measure === 'dla'
        ? `${name(edge.target)} attends to ${token} at ${edge.position}: weight ${edge.key?.weight.toFixed(2) ?? '–'}, share ${amount} of its output`
        : `${name(edge.target)} attends to ${token} at ${edge.position}: weight ${edge.key?.weight.toFixed(2) ?? '–'}, effect ${amount}`;
    case 'feeds':
      return `${name(edge.source)} feeds MLP ${name(edge.target)}: ${signed(edge.amount)} (estimate)`;
    case 'query':
    case 'key':
    case 'value':
      return `${name(edge.source)} moves the ${edge.kind} of ${name(edge.target)} at ${token}: ${signed(edge.amount)} (estimate)`;
    case 'out':
      return `${name(edge.source)} adds to the stream at ${token}: ${signed(edge.amount)}${story.measure === 'effect' ? ' (estimate)' : ''}`;
  }
}
