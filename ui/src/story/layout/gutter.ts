import type { Story, StoryState } from '../../api/types';
import type { Row } from '../../axes/rows';

/** Width at the right: what the model would say, and two bars. */
export const GUTTER = 140;
export const GUTTER_TOKEN = { x: 10, width: 58 };
export const GUTTER_BAR = { x: 72, width: 62, height: 7 };
/** How high a bar is in a fold. */
const LOW_BAR = 5;
/** A bar is empty at this probability and below. */
const LEAST = 1e-6;

export interface GutterLine {
  row: Row;
  y: number;
  /** after the row's last layer */
  state: StoryState | undefined;
  /** the distractor's, where it is known */
  distractor: number | undefined;
}

/** A line a row, and of folds only where the last layer is in it: what the model says in the end is never left out, and others are too low. */
export function gutterOf(rows: readonly Row[], story: Story): GutterLine[] {
  return rows
    .filter((row) => row.lines > 0 || row.to === story.layers - 1)
    .map((row) => {
      const state = story.lens.find((each) => each.layer === row.to);
      return { row, y: row.y + row.height / 2, state, distractor: state && distractorIn(story, state) };
    });
}

/** What the state keeps; after the last layer the difference of the logits tells it too, as that is the model's own output. */
export function distractorIn(story: Story, state: StoryState): number | undefined {
  const { metric, metricValue, distractor, layers } = story;
  if (state.distractorProbability !== undefined) return state.distractorProbability;
  const told = metric === 'logit_difference' && distractor !== undefined && state.layer === layers - 1;
  return told && metricValue !== undefined && state.targetProbability !== undefined
    ? state.targetProbability * Math.exp(-metricValue)
    : undefined;
}

/** How high a bar is: two of them have room one above the other, a px from the middle. */
export function barHeight(row: Row): number {
  return row.lines > 0 ? GUTTER_BAR.height : LOW_BAR;
}

/** Length of a bar, 0 to 1: logarithmic, so that what grows from a millionth is seen to grow. */
export function barLength(probability: number | undefined): number {
  if (probability === undefined || probability <= LEAST) return 0;
  return Math.min(1, 1 - Math.log(probability) / Math.log(LEAST));
}
