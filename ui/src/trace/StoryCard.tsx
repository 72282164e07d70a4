import { useMemo } from 'react';
import { useStory } from '../api/hooks';
import type { Trace } from '../api/types';
import { ComponentLink } from '../inspector/ComponentLink';
import { prune } from '../story/prune';
import { sentence } from '../story/sentences';
import { StoryFigures } from '../story/StoryFigures';

/** What the story says of a component, above all else that is known of it. */
export function StoryCard({ trace, node }: { trace: Trace; node: string }) {
  const story = useStory(trace.id).data;
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
