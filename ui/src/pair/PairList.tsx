import type { Shown } from '../story/prune';
import type { Differing } from './difference';
import { countText, markSentence } from './words';

interface PairListProps {
  differing: Differing;
  shown: Shown;
  selected: string | undefined;
  onSelect: (id: string) => void;
}

/** The picture in words, what differs most first. */
export function PairList({ differing, shown, selected, onSelect }: PairListProps) {
  return (
    <div className="flow-list">
      <p className="hint">{countText(differing, shown)}</p>
      <ol className="story-list" aria-label="What differs most">
        {shown.parts.map((part) => (
          <li key={part.id} aria-current={part.id === selected ? 'true' : undefined}>
            <button type="button" className="link" onClick={() => onSelect(part.id)}>
              {markSentence(differing, part)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
