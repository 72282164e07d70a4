import type { ReactNode } from 'react';
import { STORY_COUNTS } from '../route/route';

interface StoryControlsProps {
  count: number;
  most: number;
  onCount: (count: number) => void;
  children?: ReactNode;
}

/** How much of the story is told: the slider answers at once, as nothing is asked for. */
export function StoryControls({ count, most, onCount, children }: StoryControlsProps) {
  const least = Math.min(STORY_COUNTS.least, most);
  return (
    <div className="controls" role="group" aria-label="How much is shown">
      <label htmlFor="story-count">How much</label>
      <input
        id="story-count"
        type="range"
        min={least}
        max={most}
        value={Math.min(count, most)}
        aria-valuetext={`${Math.min(count, most)} ranked components`}
        onChange={(event) => onCount(Number(event.target.value))}
      />
      <output htmlFor="story-count" className="number">
        {Math.min(count, most)}
      </output>
      {children}
    </div>
  );
}
