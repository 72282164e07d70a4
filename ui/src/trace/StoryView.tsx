import type { Image } from '../common/image';
import { ImageButtons } from '../common/ImageButtons';
import { Toolbar } from '../common/Toolbar';

interface StoryViewProps {
  /** of the files that images are saved as */
  name: string;
  /** told in words */
  words: boolean;
  onWords: () => void;
  onZoom: (closer: boolean) => void;
  onFit: () => void;
  draw: () => Image | undefined;
  help: boolean;
  onHelp: () => void;
  /** leads through the picture; absent for who was led already */
  onSteps?: (() => void) | undefined;
}

/** How the story is seen, and saved. */
export function StoryView({
  name,
  words,
  onWords,
  onZoom,
  onFit,
  draw,
  help,
  onHelp,
  onSteps,
}: StoryViewProps) {
  return (
    <Toolbar label="View">
      <button type="button" aria-pressed={words} title="The same in words (L)" onClick={onWords}>
        List
      </button>
      {!words && (
        <>
          <button type="button" aria-label="Zoom in" onClick={() => onZoom(true)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => onZoom(false)}>
            −
          </button>
          <button type="button" onClick={onFit}>
            Fit
          </button>
          <ImageButtons name={name} draw={draw} />
        </>
      )}
      {onSteps && !words && (
        <button
          type="button"
          aria-label="New here? Four steps"
          title="Four steps through the picture"
          onClick={onSteps}
        >
          New here?
        </button>
      )}
      <button type="button" aria-expanded={help} aria-label="Keys" onClick={onHelp}>
        ?
      </button>
    </Toolbar>
  );
}
