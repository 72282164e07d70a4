import { useStory } from '../api/hooks';
import type { Trace } from '../api/types';
import { ErrorBox, Loading } from '../common/States';
import type { TraceRoute } from '../route/route';
import { StoryTold } from './StoryTold';
import { ViewSwitch } from './ViewSwitch';

interface StoryPanelProps {
  route: TraceRoute;
  trace: Trace;
  vocabulary: number;
}

/** What a visitor sees first: who made the prediction, and what they read. */
export function StoryPanel({ route, trace, vocabulary }: StoryPanelProps) {
  const story = useStory(route.id, route.measure);
  return (
    <section className="panel flow story" aria-label="Story" aria-busy={story.isFetching}>
      {story.error && <ErrorBox error={story.error} onRetry={() => void story.refetch()} />}
      {story.isPending && (
        <>
          <div className="panel-head">
            <ViewSwitch route={route} />
          </div>
          <Loading what="the story" />
        </>
      )}
      {story.data && <StoryTold story={story.data} route={route} trace={trace} vocabulary={vocabulary} />}
    </section>
  );
}
