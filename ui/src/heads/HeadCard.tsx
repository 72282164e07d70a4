import type { Trace, TraceHead } from '../api/types';
import { signed } from '../common/format';
import { Token } from '../tokens/Token';
import { HEAD_FIGURES, strongestPositions } from './headFigures';

interface HeadCardProps {
  trace: Trace;
  head: TraceHead;
  /** the position that sums begin at */
  first: number;
}

const WIDTH = 18;

/** What is known of a head in this trace, whichever figure the grid shows. */
export function HeadCard({ trace, head, first }: HeadCardProps) {
  const strongest = strongestPositions(head, first, 3);
  return (
    <section className="head-card" aria-label={`Head ${head.name}`}>
      <h3>
        {head.name}{' '}
        <span className="hint">
          head {head.head} of layer {head.layer}
        </span>
      </h3>
      <dl>
        {HEAD_FIGURES.map((each) => (
          <div key={each.key} title={each.about}>
            <dt>{each.key === 'measured' ? 'ablation' : each.name}</dt>
            <dd className="number">{each.text(each.of(head))}</dd>
          </div>
        ))}
      </dl>
      {strongest.length > 0 && (
        <p className="strongest">
          does most at{' '}
          {strongest.map(([position, effect]) => (
            <span key={position}>
              <Token text={trace.tokens[position]?.text} length={WIDTH} />{' '}
              <span className="number hint">
                {position}: {signed(effect)}
              </span>{' '}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
