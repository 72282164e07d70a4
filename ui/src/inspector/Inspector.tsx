import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { useActivation } from '../api/hooks';
import type { Activation, Part, Trace, Why } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { Link } from '../common/Link';
import { ErrorBox, Loading } from '../common/States';
import { nodeTitle } from '../flow/describe';
import { traceRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { isWhole } from '../waterfall/steps';
import { BlockLink } from './BlockLink';
import { Computed } from './Computed';
import { ComponentLink } from './ComponentLink';
import { Effects } from './Effects';
import { Figures } from './Figures';
import { Parts } from './Parts';
import { Words } from './Words';
import { useInspectorFocus } from './useInspectorFocus';

interface InspectorProps {
  trace: Trace;
  node: string;
  onSelect: (node: string | undefined) => void;
  onWhy: (why: Why) => void;
  /** what the picture beside it says of the node */
  children?: ReactNode;
}

export function Inspector(props: InspectorProps) {
  const box = useInspectorFocus(props.node);
  return (
    <aside className="panel inspector" aria-label="Inspector" ref={box} tabIndex={-1}>
      <Loaded {...props} />
    </aside>
  );
}

function Loaded({ trace, node, onSelect, onWhy, children }: InspectorProps) {
  const activation = useActivation(trace.id, node);
  if (activation.error instanceof ApiError && activation.error.status === 404)
    return (
      <Computed trace={trace} node={node} onSelect={onSelect}>
        {children}
      </Computed>
    );
  if (activation.error)
    return <ErrorBox error={activation.error} onRetry={() => void activation.refetch()} />;
  if (!activation.data) return <Loading what={node} />;
  return (
    <Found trace={trace} activation={activation.data} onSelect={onSelect} onWhy={onWhy}>
      {children}
    </Found>
  );
}

function Found({
  trace,
  activation,
  onSelect,
  onWhy,
  children,
}: {
  trace: Trace;
  activation: Activation;
  onSelect: InspectorProps['onSelect'];
  onWhy: InspectorProps['onWhy'];
  children: ReactNode;
}) {
  const parameters = { trace: trace.id, node: activation.id };
  return (
    <>
      <div className="inspector-head">
        <h2>{nodeTitle(activation)}</h2>
        <button type="button" className="quiet" onClick={() => onSelect(undefined)}>
          Clear
        </button>
      </div>
      <p className="hint">
        {activation.labels.filter((label) => label !== 'Activation').join(', ')} · layer {activation.layer} ·
        position {activation.position} <Token text={activation.text} /> · <code>{activation.id}</code>
      </p>
      {children}
      <ComponentLink trace={trace} component={activation.component} />
      <BlockLink trace={trace} node={activation.id} />
      <Figures activation={activation} />
      <Words of={activation} target={trace.target} />
      <Parts
        title="Parts in"
        activation={activation}
        parts={activation.inputs.filter(isFlow)}
        whole
        onSelect={onSelect}
        onWhy={(key) => onWhy({ head: activation.name, query: activation.position, key })}
      />
      <Parts
        title="Goes to"
        activation={activation}
        parts={activation.outputs.filter(isFlow)}
        onSelect={onSelect}
      />
      {isWhole(activation.id) && (
        <p>
          <Link to={traceRoute(trace.id, { node: activation.id, as: 'waterfall', whole: activation.id })}>
            Its parts as a waterfall
          </Link>
        </p>
      )}
      <Effects title="Affected by" parts={activation.inputs} onSelect={onSelect} />
      <Effects title="Affects" parts={activation.outputs} onSelect={onSelect} />
      <CypherBox statement={activation.cypher} parameters={parameters} trace={trace.id} />
    </>
  );
}

function isFlow(part: Part): boolean {
  return part.type !== 'AFFECTS';
}
