import { useScore } from '../api/computed';
import type { ComputedScore, Trace, Why } from '../api/types';
import { figure, percent } from '../common/format';
import { Computing } from '../common/Computing';
import { useInspectorFocus } from '../inspector/useInspectorFocus';
import { Token } from '../tokens/Token';
import { visibleToken } from '../tokens/tokenText';
import { ScorePairs } from './ScorePairs';
import { ScoreParts } from './ScoreParts';

interface WhyHereProps {
  trace: Trace;
  why: Why;
  onWhy: (why: Why | undefined) => void;
  onSelect: (node: string | undefined) => void;
}

/** One attention score, split into what wrote the query and what wrote the key; in place of the inspector. */
export function WhyHere({ trace, why, onWhy, onSelect }: WhyHereProps) {
  const score = useScore(trace.id, why);
  const box = useInspectorFocus();
  const { against: _, ...alone } = why;
  return (
    <aside className="panel inspector why" aria-label="Why here" ref={box} tabIndex={-1}>
      <div className="inspector-head">
        <h2>Why {why.head} looks here</h2>
        <button type="button" className="quiet" onClick={() => onWhy(undefined)}>
          Close
        </button>
      </div>
      <p className="hint">
        From <Token text={trace.tokens[why.query]?.text} length={18} /> at {why.query}
      </p>
      <div className="controls">
        <KeyChoice
          trace={trace}
          last={why.query}
          label="to"
          value={why.key}
          onChange={(key) => key !== undefined && onWhy({ ...why, key })}
        />
        <KeyChoice
          trace={trace}
          last={why.query}
          label="rather than to"
          none="none"
          value={why.against}
          onChange={(against) => onWhy(against === undefined ? alone : { ...alone, against })}
        />
      </div>
      <Computing what={`why ${why.head} looks at ${why.key}`} of={score.computation} />
      {score.data && <Told trace={trace} score={score.data} onSelect={onSelect} />}
    </aside>
  );
}

interface KeyChoiceProps {
  trace: Trace;
  /** no later key is seen */
  last: number;
  label: string;
  value: number | undefined;
  /** what stands for no key, where that is a choice */
  none?: string;
  onChange: (key: number | undefined) => void;
}

function KeyChoice({ trace, last, label, value, none, onChange }: KeyChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
      >
        {none !== undefined && <option value="">{none}</option>}
        {trace.tokens.slice(0, last + 1).map((token) => (
          <option key={token.index} value={token.index}>
            {visibleToken(token.text)} at {token.index}
          </option>
        ))}
      </select>
    </label>
  );
}

function Told({
  trace,
  score,
  onSelect,
}: Pick<WhyHereProps, 'trace' | 'onSelect'> & { score: ComputedScore }) {
  const token = (at: number | undefined) => <Token text={trace.tokens[at ?? -1]?.text} length={18} />;
  return (
    <>
      <p className="why-score">
        {score.against === undefined ? (
          <>
            score <strong className="number">{figure(score.score, 2)}</strong>, weight{' '}
            <strong className="number">{percent(score.weight)}</strong>
          </>
        ) : (
          <>
            {token(score.key)} rather than {token(score.against)}:{' '}
            <strong className="number">{figure(score.score, 2)}</strong>, the logarithm of{' '}
            <span className="number">
              {percent(score.weight)} to {percent(score.weightAgainst)}
            </span>
          </>
        )}
      </p>
      <ScoreParts
        title="Who wrote the query"
        parts={score.queryParts}
        total={score.score}
        onSelect={onSelect}
      />
      <ScoreParts title="Who wrote the key" parts={score.keyParts} total={score.score} onSelect={onSelect} />
      <ScorePairs pairs={score.pairs} />
      <p className="hint">
        Each list adds up to the score: all that was written before the head reads, norms scaled as in this
        pass. A score alone says less than a difference: what raises the scores of all keys alike changes no
        weight.
      </p>
    </>
  );
}
