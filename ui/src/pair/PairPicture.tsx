import { useMemo, useRef, useState, type UIEvent } from 'react';
import { findModel, useModels, useStory } from '../api/hooks';
import type { AlignedPair, Comparison, Story } from '../api/types';
import { ImageButtons } from '../common/ImageButtons';
import { Toolbar } from '../common/Toolbar';
import { Empty, ErrorBox, Loading } from '../common/States';
import { useAtRest } from '../common/useAtRest';
import { useKeys } from '../common/useKeys';
import { USUAL_VOCABULARY } from '../flow/scales';
import { STORY_COUNTS, type CompareRoute, type PairShown } from '../route/route';
import { navigate } from '../route/useRoute';
import { mostOf } from '../story/prune';
import { StoryControls } from '../story/StoryControls';
import { useTheme } from '../theme/useTheme';
import { ChosenMark } from './ChosenMark';
import { difference } from './difference';
import { shownMarks, type View } from './marks';
import { PairGraph, type PairHandle } from './PairGraph';
import { PairList } from './PairList';
import { pairImage } from './pairImage';
import { ShownSwitch } from './ShownSwitch';
import { countText } from './words';

const NONE: number[] = [];
interface PairPictureProps {
  route: CompareRoute;
  comparison: Comparison;
}

/** Two traces as a picture: where stories differ, mark by mark. */
export function PairPicture({ route, comparison }: PairPictureProps) {
  const { left, right, alignment } = comparison;
  if (!left.trace || !right.trace || !alignment)
    return <Empty>A picture is of two traces: choose a trace on either side instead of a tag.</Empty>;
  return (
    <OfTraces
      route={route}
      comparison={comparison}
      left={left.trace.id}
      right={right.trace.id}
      alignment={alignment}
    />
  );
}

interface OfTracesProps extends PairPictureProps {
  left: string;
  right: string;
  alignment: AlignedPair[];
}

function OfTraces({ route, comparison, left, right, alignment }: OfTracesProps) {
  const one = useEstimated(left);
  const other = useEstimated(right);
  const error = one.error ?? other.error;
  if (error)
    return (
      <ErrorBox
        error={error}
        onRetry={() => {
          void one.refetch();
          void other.refetch();
        }}
      />
    );
  if (!one.data || !other.data) return <Loading what="both stories" />;
  if (one.data.measure !== other.data.measure)
    return (
      <Empty>
        One of the traces has effects and the other has none, so that their stories have no scale in common:
        trace both prompts with effects.
      </Empty>
    );
  if (one.data.components.length === 0 || other.data.components.length === 0)
    return (
      <Empty>One of the traces has no story to tell: trace both prompts with detail heads or more.</Empty>
    );
  return (
    <Told route={route} comparison={comparison} one={one.data} other={other.data} alignment={alignment} />
  );
}

/** Two stories are told in what both have: estimates, also where one was measured. */
function useEstimated(id: string) {
  const story = useStory(id);
  const measured = story.data?.measure === 'measured';
  const estimated = useStory(id, 'effect', measured);
  return measured ? estimated : story;
}

function viewsOf(show: PairShown | undefined): View[] {
  if (show === 'sides') return ['left', 'right'];
  return show === 'three' ? ['left', 'difference', 'right'] : [show ?? 'difference'];
}

/** Views of one layout are scrolled as one. */
function together({ target, currentTarget }: UIEvent<HTMLElement>) {
  if (!(target instanceof HTMLElement)) return;
  for (const other of currentTarget.querySelectorAll('.story-scroll')) {
    if (other === target) continue;
    other.scrollLeft = target.scrollLeft;
    other.scrollTop = target.scrollTop;
  }
}

interface ToldProps extends PairPictureProps {
  one: Story;
  other: Story;
  alignment: AlignedPair[];
}

function Told({ route, comparison, one, other, alignment }: ToldProps) {
  const handles = useRef(new Map<View, PairHandle>());
  const { palette } = useTheme();
  const [words, setWords] = useState(false);
  const models = useModels();
  const { left, right } = comparison;
  const vocabulary = findModel(models.data, right.trace?.model)?.vocabulary ?? USUAL_VOCABULARY;
  const differing = useMemo(
    () => difference(one, other, alignment, comparison.rows),
    [one, other, alignment, comparison.rows],
  );
  const most = mostOf(differing.story);
  const go = (next: CompareRoute) => navigate(next, 'replace');
  const { live, setLive } = useAtRest((next) => {
    const { count: _, ...rest } = route;
    go(next === STORY_COUNTS.usual ? rest : { ...rest, count: next });
  });
  const count = Math.min(live ?? route.count ?? STORY_COUNTS.usual, most);
  const shown = useMemo(() => shownMarks(differing, count), [differing, count]);
  const select = (mark: string | undefined) => {
    const { mark: _, ...rest } = route;
    navigate(mark === undefined ? rest : { ...rest, mark });
  };
  useKeys({ Escape: () => select(undefined), l: () => setWords(!words) });
  const views = viewsOf(route.show);
  const chosen = shown.parts.find((part) => part.id === route.mark);
  const prompts = { left: left.trace?.prompt, right: right.trace?.prompt };
  const image = () =>
    pairImage(
      views.flatMap((view) => handles.current.get(view)?.drawn() ?? []),
      views,
      palette,
      [
        `left: ${prompts.left ?? ''}, model ${left.trace?.modelName ?? ''}`,
        `right: ${prompts.right ?? ''}, model ${right.trace?.modelName ?? ''}`,
        countText(differing, shown),
      ],
    );
  const shared = {
    differing,
    shown,
    prompts,
    vocabulary,
    openLayers: route.layers ?? NONE,
    openPairs: route.positions ?? NONE,
    onOpen: (layers: number[], positions: number[]) =>
      go({ ...route, ...(layers.length > 0 && { layers }), ...(positions.length > 0 && { positions }) }),
    selected: route.mark,
    onSelect: select,
  };
  return (
    <div className="pair-picture">
      <div className="panel-head">
        <ShownSwitch route={route} />
        <StoryControls count={count} most={most} onCount={setLive} />
        <Toolbar label="View">
          <button
            type="button"
            aria-pressed={words}
            title="The same in words (L)"
            onClick={() => setWords(!words)}
          >
            List
          </button>
          {!words && <ImageButtons name="compare" draw={image} />}
        </Toolbar>
      </div>
      {chosen && <ChosenMark differing={differing} part={chosen} alignment={alignment} />}
      {words ? (
        <PairList differing={differing} shown={shown} selected={route.mark} onSelect={select} />
      ) : (
        <div className={views.length === 3 ? 'pair-sides three' : 'pair-sides'} onScrollCapture={together}>
          {views.map((view) => (
            <PairGraph
              key={views.length === 1 ? 'one' : view}
              {...shared}
              view={view}
              beside={views.length}
              ref={(handle) => {
                if (handle) handles.current.set(view, handle);
                else handles.current.delete(view);
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
