import type { Story } from '../api/types';
import type { ByReader } from './byReader';
import { countText, sentence } from './sentences';
import type { Known } from './told';
import { useShown } from './useStoryLayout';

interface StoryListProps {
  story: Story;
  count: number;
  reader: ByReader;
  known: Known;
  selected: string | undefined;
  onSelect: (node: string) => void;
}

/** The picture in words, in its order. */
export function StoryList({ story, count, reader, known, selected, onSelect }: StoryListProps) {
  const shown = useShown(story, count, reader, known);
  return (
    <div className="flow-list">
      <p className="hint">{countText(story, shown, reader)}</p>
      <ol className="story-list" aria-label="The components of the story">
        {shown.parts.map((part) => (
          <li key={part.id} aria-current={part.id === selected ? 'true' : undefined}>
            {part.group ? (
              sentence(story, shown, part)
            ) : (
              <button type="button" className="link" onClick={() => onSelect(part.id)}>
                {sentence(story, shown, part)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
