import { useActivation } from '../api/hooks';
import type { Activation, Part, Trace } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { Link } from '../common/Link';
import { Empty, ErrorBox, Loading } from '../common/States';
import { nodeTitle } from '../flow/describe';
import { traceRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { isWhole } from '../waterfall/steps';
import { ComponentLink } from './ComponentLink';
import { Effects } from './Effects';
import { Figures } from './Figures';
import { Parts } from './Parts';
import { Shifts } from './Shifts';
import { TokenBars } from './TokenBars';

interface InspectorProps {
  trace: Trace;
  node: string | undefined;
  onSelect: (node: string | undefined) => void;
}

export function Inspector({ trace, node, onSelect }: InspectorProps) {
  return (
    <aside className="panel inspector" aria-label="Inspector">
      {node === undefined ? (
        <Empty>
          Nothing selected: click a node of the graph, or Tab to it and press Enter, to see what it reads and
          writes.
        </Empty>
      ) : (
        <Loaded trace={trace} node={node} onSelect={onSelect} />
      )}
    </aside>
  );
}

function Loaded({ trace, node, onSelect }: InspectorProps & { node: string }) {
  const activation = useActivation(trace.id, node);
  if (activation.error)
    return <ErrorBox error={activation.error} onRetry={() => void activation.refetch()} />;
  if (!activation.data) return <Loading what={node} />;
  return <Found trace={trace} activation={activation.data} onSelect={onSelect} />;
}

function Found({
  trace,
  activation,
  onSelect,
}: {
  trace: Trace;
  activation: Activation;
  onSelect: InspectorProps['onSelect'];
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
      <ComponentLink trace={trace} activation={activation} />
      <Figures activation={activation} />
      <TokenBars
        title={activation.kind === 'residual' ? 'Tokens it holds' : 'Tokens it writes'}
        tokens={activation.writes}
        side="writes"
        target={trace.target}
      />
      <TokenBars title="Tokens it erases" tokens={activation.erases} side="erases" target={trace.target} />
      <TokenBars
        title="Tokens its query seeks"
        tokens={activation.seeks}
        side="writes"
        target={trace.target}
      />
      <TokenBars
        title="Tokens its key offers"
        tokens={activation.offers}
        side="writes"
        target={trace.target}
      />
      <Shifts title="Tokens it lifts" tokens={activation.lifts} />
      <Shifts title="Tokens it filters" tokens={activation.filters} />
      <Parts
        title="Parts in"
        activation={activation}
        parts={activation.inputs.filter(isFlow)}
        whole
        onSelect={onSelect}
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
