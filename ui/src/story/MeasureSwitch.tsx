import { STORY_MEASURES } from '../api/generated/words';
import type { Story, StoryMeasure } from '../api/types';

const NAMES: Record<StoryMeasure, string> = {
  measured: 'what was measured',
  effect: 'estimated effect',
  dla: 'direct attribution',
};

/** By which of the figures that a trace has its story is ranked: kinds are never mixed. */
export function MeasureSwitch({
  story,
  onMeasure,
}: {
  story: Story;
  onMeasure: (measure: StoryMeasure) => void;
}) {
  if (story.measures.length < 2) return null;
  return (
    <label title="An estimate is of first order; what was measured is what setting a component to zero really did">
      by{' '}
      <select value={story.measure} onChange={(event) => onMeasure(event.target.value as StoryMeasure)}>
        {STORY_MEASURES.filter((each) => story.measures.includes(each)).map((measure) => (
          <option key={measure} value={measure}>
            {NAMES[measure]}
          </option>
        ))}
      </select>
    </label>
  );
}
