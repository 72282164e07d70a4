import type { ComparedSide, Comparison } from '../api/types';
import { count } from '../common/format';
import { visiblePrompt } from '../tokens/tokenText';
import { Notes } from './Notes';

/** What two sets are; their prompts are too many to show. */
export function SetSides({ comparison }: { comparison: Comparison }) {
  return (
    <section className="panel" aria-label="Sets">
      <p>
        <Set name="Left" side={comparison.left} /> · <Set name="Right" side={comparison.right} />
      </p>
      <p className="hint">
        Figures are mean ± sample standard deviation (number of traces that store it); d is Cohen&rsquo;s
        effect size. Positions count back from each trace&rsquo;s target.
      </p>
      <Notes notes={comparison.notes} />
    </section>
  );
}

function Set({ name, side }: { name: string; side: ComparedSide }) {
  return (
    <>
      <strong>{name}</strong> {side.trace ? visiblePrompt(side.trace.prompt) : side.name},{' '}
      {count(side.traces)} {side.traces === 1 ? 'trace' : 'traces'}
    </>
  );
}
