import { findModel, useModels } from '../api/hooks';
import type { Model, Trace } from '../api/types';
import { count } from '../common/format';
import type { TraceRoute } from '../route/route';
import { MeasureButtons } from './MeasureButtons';
import { MEASURES } from './sweeps';

/** What a sweep is and what it costs, with one click that makes one. */
export function NothingMeasured({ trace, route }: { trace: Trace; route: TraceRoute }) {
  const model = findModel(useModels().data, trace.model);
  return (
    <section className="nothing-measured">
      <h2>Nothing was measured of this prompt yet</h2>
      <p>
        A sweep takes out one component after the other, lets the model go through the prompt again, and keeps
        what that really does to the metric. The effects that the story is told by are estimates of it, from
        one pass and its gradient; where the two disagree, this is what really happens.
      </p>
      <dl>
        {MEASURES.map(({ name, about, passes }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {about}
              {model && (
                <span className="hint"> · {count(passes(sizeOf(model), trace.tokens.length))} passes</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <MeasureButtons trace={trace} route={route} />
      <p className="hint">
        It runs beside whatever else you look at, can be cancelled, and what was measured until then stays.
        From then on <em>Heads</em> and the story have it beside the estimates. Other sweeps, such as patching
        from another prompt: <code>./headstream sweep --help</code>.
      </p>
    </section>
  );
}

function sizeOf({ layers = 0, heads = 0 }: Model) {
  return { layers, heads };
}
