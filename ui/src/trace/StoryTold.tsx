import { useMemo, useRef, useState } from 'react';
import type { Story, Trace } from '../api/types';
import { blockRoute, STORY_COUNTS, type TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { pillName } from '../story/layout/pillText';
import { keptBy } from '../story/byReader';
import { mostOf } from '../story/prune';
import { nextName, ReaderBar } from '../story/ReaderBar';
import { StoryControls } from '../story/StoryControls';
import { StoryGraph, type StoryHandle } from '../story/StoryGraph';
import { useSteps } from '../story/useSteps';
import { StoryList } from '../story/StoryList';
import { Guide } from './Guide';
import { StoryOptions } from './StoryOptions';
import { StoryView } from './StoryView';
import { traceTitle } from './title';
import { Untold } from './Untold';
import { storyCamera, ZOOM } from './storyCamera';
import { useArranging } from './useArranging';
import { useAtRest } from '../common/useAtRest';
import { useKnown } from './useKnown';
import { keepFocus } from '../common/pictureFocus';
import { useKeys } from '../common/useKeys';
import { ViewSwitch } from './ViewSwitch';

interface StoryToldProps {
  story: Story;
  route: TraceRoute;
  trace: Trace;
  vocabulary: number;
}

const NONE: number[] = [];

/** The story of a trace as the address asks for it, with all that changes it. */
export function StoryTold({ story, route, trace, vocabulary }: StoryToldProps) {
  const handle = useRef<StoryHandle>(null);
  const known = useKnown(trace.model, route.circuit);
  const [help, setHelp] = useState(false);
  const { at, offered, onStep } = useSteps();
  const most = useMemo(() => mostOf(story), [story]);
  const go = (next: TraceRoute) => navigate(next, 'replace');
  const { live, setLive } = useAtRest((next) => {
    const { count: _, ...rest } = route;
    go(next === STORY_COUNTS.usual ? rest : { ...rest, count: next });
  });
  const { acts, reader, ends, onAct, onActs, onUndo, onChoose, onTrace, onEnd } = useArranging(route);
  const count = Math.min(live ?? route.count ?? STORY_COUNTS.usual, most);
  const captions = route.captions !== false;
  const words = route.as === 'words';

  const { onCamera, zoomBy } = storyCamera(route, go);
  const view = (as: TraceRoute['as']) => {
    const { camera: _, ...rest } = route;
    navigate({ ...rest, as });
  };
  const switchWords = () => view(words ? 'story' : 'words');
  const pointed = () => handle.current?.pointed() ?? route.node;
  const onPointed = (what: 'hide' | 'pin') => {
    const id = pointed();
    if (id === undefined) return;
    onAct({ do: what, id });
    if (what === 'hide') keepFocus();
  };
  const tracePointed = () => {
    const position = story.components.find((part) => part.id === pointed())?.position;
    onTrace(position === route.paths ? undefined : position);
  };
  useKeys({
    e: () => view('graph'),
    b: () => navigate(blockRoute(route, pointed())),
    l: switchWords,
    '+': () => zoomBy(ZOOM),
    '=': () => zoomBy(ZOOM),
    '-': () => zoomBy(1 / ZOOM),
    '0': () => onCamera(undefined),
    '?': () => setHelp((open) => !open),
    p: () => onPointed('pin'),
    h: () => onPointed('hide'),
    g: () => reader.pinned.length > 0 && onAct({ do: 'group', name: nextName(acts) }),
    z: onUndo,
    t: tracePointed,
    Escape: () => {
      setHelp(false);
      if (at !== undefined) onStep(undefined);
      else onChoose(undefined);
    },
  });

  if (story.components.length === 0) return <Untold route={route} />;
  const kept = keptBy(reader);
  const drawn =
    story.components.some((part) => part.id === route.node && (part.from <= count || kept.has(part.id))) &&
    !reader.hidden.includes(route.node ?? '');
  const nameOf = (id: string) => {
    const part = story.components.find((each) => each.id === id);
    return part ? pillName(part) : (reader.groups.find((group) => group.id === id)?.name ?? id);
  };
  return (
    <>
      <div className="panel-head">
        <ViewSwitch route={route} />
        <StoryControls count={count} most={most} onCount={setLive}>
          <StoryOptions story={story} trace={trace} route={route} />
        </StoryControls>
        <StoryView
          name={`${route.id}-story`}
          words={words}
          onWords={switchWords}
          onZoom={(closer) => zoomBy(closer ? ZOOM : 1 / ZOOM)}
          onFit={() => onCamera(undefined)}
          draw={() => handle.current?.image(traceTitle(trace))}
          help={help}
          onHelp={() => setHelp(!help)}
          onSteps={offered && at === undefined ? () => onStep(0) : undefined}
        />
        <ReaderBar
          reader={reader}
          acts={acts}
          selected={drawn ? route.node : undefined}
          nameOf={nameOf}
          onAct={onAct}
          onActs={onActs}
        />
        {route.node !== undefined && !drawn && (
          <span className="hint">{route.node} is selected and not drawn here.</span>
        )}
      </div>
      <Guide
        told={{ story, count, reader, known }}
        at={words ? undefined : at}
        onStep={onStep}
        help={help}
        onHelp={setHelp}
      />
      {words ? (
        <StoryList
          story={story}
          count={count}
          reader={reader}
          known={known}
          selected={route.node}
          onSelect={onChoose}
        />
      ) : (
        <StoryGraph
          story={story}
          prompt={trace.prompt}
          vocabulary={vocabulary}
          count={count}
          captions={captions}
          openLayers={route.layers ?? NONE}
          openPositions={route.positions ?? NONE}
          onOpen={(layers, positions) =>
            go({ ...route, ...(layers.length > 0 && { layers }), ...(positions.length > 0 && { positions }) })
          }
          selected={route.node}
          onSelect={onChoose}
          reader={reader}
          known={known}
          fitted={route.count === undefined && live === undefined}
          traced={route.paths}
          onTrace={onTrace}
          ends={ends}
          onEnd={onEnd}
          camera={route.camera}
          onCamera={onCamera}
          ref={handle}
        />
      )}
    </>
  );
}
