import type { ComputedWord } from '../api/types';
import { percent } from '../common/format';
import { Token } from '../tokens/Token';

/** The first tokens of a projection, the most probable with how probable it is. */
export function Said({ words, most = 5 }: { words: readonly ComputedWord[]; most?: number }) {
  return (
    <span className="said-words">
      {words.slice(0, most).map((word, i) => (
        <span key={word.token} title={percent(word.probability)}>
          <Token text={word.text} length={14} />
          {i === 0 && word.probability !== undefined && (
            <small className="hint number"> {percent(word.probability)}</small>
          )}
        </span>
      ))}
    </span>
  );
}

/** The tokens whose probability a norm changes most: before it, after it. */
export function Shifted({ name, words }: { name: string; words: readonly ComputedWord[] }) {
  if (words.length === 0) return null;
  return (
    <span className="said-words">
      <small className="hint">{name}</small>
      {words.slice(0, 2).map((word) => (
        <span key={word.token}>
          <Token text={word.text} length={14} />
          <small className="hint number">
            {' '}
            {percent(word.before)} → {percent(word.after)}
          </small>
        </span>
      ))}
    </span>
  );
}
