import { useMemo } from 'react';
import { useStory } from '../api/hooks';
import { prune } from '../story/prune';
import { sentence } from '../story/sentences';
import { StoryFigures } from '../story/StoryFigures';

/** What the story says of a component, above all else that is known of it. */
export function StoryCard({ trace, node }: { trace: string; node: string }) {
  const story = useStory(trace).data;
  const shown = useMemo(() => story && prune(story, Infinity), [story]);
  const part = shown?.parts.find((each) => each.id === node);
  if (!story || !shown || !part) return null;
  return (
    <section className="story-card" aria-label="In the story">
      <p>{sentence(story, shown, part)}.</p>
      <StoryFigures story={story} part={part} />
    </section>
  );
}
