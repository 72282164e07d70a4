import { useMemo } from 'react';
import { useStory } from '../api/hooks';
import type { StoryMeasure, Trace } from '../api/types';
import { ComponentLink } from '../inspector/ComponentLink';
import { prune } from '../story/prune';
import { sentence } from '../story/sentences';
import { StoryFigures } from '../story/StoryFigures';

interface StoryCardProps {
  trace: Trace;
  node: string;
  measure: StoryMeasure | undefined;
}

/** What the story says of a component, above all else that is known of it. */
export function StoryCard({ trace, node, measure }: StoryCardProps) {
  const story = useStory(trace.id, measure).data;
  const shown = useMemo(() => story && prune(story, Infinity), [story]);
  const part = shown?.parts.find((each) => each.id === node);
  if (!story || !shown || !part) return null;
  return (
    <section className="story-card" aria-label="In the story">
      <p>{sentence(story, shown, part)}.</p>
      <StoryFigures story={story} part={part} />
      {part.kind === 'mlp' && <ComponentLink trace={trace} component={part.name} />}
    </section>
  );
}
