import type { Story, Trace } from '../api/types';
import { CircuitChoice } from '../circuit/CircuitChoice';
import { Link } from '../common/Link';
import { Options } from '../common/Options';
import { withCircuit, type TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { MeasureSwitch } from '../story/MeasureSwitch';

interface StoryOptionsProps {
  story: Story;
  trace: Trace;
  route: TraceRoute;
}

/** How the story is told, where one seldom changes it; the picture's title says what was chosen. */
export function StoryOptions({ story, trace, route }: StoryOptionsProps) {
  const go = (next: TraceRoute) => navigate(next, 'replace');
  const onCaptions = (on: boolean) => {
    const { captions: _, ...rest } = route;
    go(on ? rest : { ...rest, captions: false });
  };
  return (
    <Options>
      <label>
        <input
          type="checkbox"
          checked={route.captions !== false}
          onChange={(event) => onCaptions(event.target.checked)}
        />{' '}
        captions
      </label>
      <MeasureSwitch story={story} onMeasure={(measure) => go({ ...route, measure })} />
      <CircuitChoice
        model={trace.model}
        chosen={route.circuit}
        onChoose={(id) => go(withCircuit(route, id))}
      />
      <Link
        to={{
          page: 'console',
          trace: route.id,
          statement: story.cypher,
          parameters: { trace: route.id },
          as: 'table',
        }}
      >
        in Cypher
      </Link>
    </Options>
  );
}
