import { useNames } from '../api/people';
import type { Trace } from '../api/types';
import { Link } from '../common/Link';

/** From one use of a component to the piece of the weights that it is, across all traces of the model, and what someone calls it. */
export function ComponentLink({ trace, component }: { trace: Trace; component: string | undefined }) {
  const called = useNames(trace.model).get(component ?? '');
  if (component === undefined) return null;
  return (
    <p>
      {called !== undefined && (
        <>
          Called <strong>{called}</strong>.{' '}
        </>
      )}
      <Link to={{ page: 'component', model: trace.model, name: component }}>
        {component} across all traces of {trace.modelName}
      </Link>
    </p>
  );
}
