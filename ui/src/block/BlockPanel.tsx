import { useMemo, type ReactNode } from 'react';
import { useBlock, useComputed } from '../api/computed';
import type { BlockPlace, ComputedBlock, Trace, Why } from '../api/types';
import { Computing } from '../common/Computing';
import { useRoving } from '../common/useRoving';
import { blockAt, type TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { visibleToken } from '../tokens/tokenText';
import { BlockChoice } from './BlockChoice';
import { HeadReads } from './HeadReads';
import { NeuronTable } from './NeuronTable';
import { Absent, type Choosing } from './NodeButton';
import { headsOf, neuronsOf, stateBefore, statesOf } from './parts';
import { StreamTable } from './StreamTable';

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

interface BlockPanelProps {
  route: TraceRoute;
  trace: Trace;
  onSelect: (node: string | undefined) => void;
  onWhy: (why: Why) => void;
  /** the switch between views */
  children: ReactNode;
}

/** One block at one position with all that it does there, kept by the trace or computed now. */
export default function BlockPanel({ route, trace, onSelect, onWhy, children }: BlockPanelProps) {
  const place = blockAt(route, trace);
  const block = useBlock(trace.id, place);
  const name = `layer ${place.layer} at ${place.position} ${visibleToken(trace.tokens[place.position]?.text)}`;
  const show = (next: BlockPlace) => {
    const { node: _, why: __, ...rest } = route;
    navigate({ ...rest, block: next });
  };
  return (
    <>
      <div className="panel-head">
        {children}
        <BlockChoice trace={trace} place={place} onChoose={show} />
      </div>
      <Computing what={name} of={block.computation} />
      {block.data && (
        <Opened
          // another block begins at its top
          key={`${place.layer} ${place.position}`}
          block={block.data}
          trace={trace}
          selected={route.node}
          onSelect={onSelect}
          onWhy={(head, key) => onWhy({ head, query: place.position, key })}
        />
      )}
    </>
  );
}

interface OpenedProps extends Choosing {
  block: ComputedBlock;
  trace: Trace;
  onWhy: (head: string, key: number) => void;
}

function Opened({ block, trace, selected, onSelect, onWhy }: OpenedProps) {
  const { heads, states, neurons, absent } = useMemo(
    () => ({
      heads: headsOf(block),
      states: statesOf(block),
      neurons: neuronsOf(block),
      absent: block.nodes.filter((node) => !node.stored).length,
    }),
    [block],
  );
  const before = useComputed(trace.id, stateBefore(block));
  const shared = { trace, selected, onSelect };
  const stream = useRoving<HTMLElement>(STEPS);
  const reading = useRoving<HTMLElement>(STEPS);
  const large = useRoving<HTMLElement>(STEPS);
  return (
    <>
      <p className="hint block-kept">
        {absent === 0 ? (
          <>The trace keeps all {block.nodes.length} activations shown.</>
        ) : (
          <>
            <Absent /> {absent} of {block.nodes.length} activations are not kept by the trace and were
            computed now by {trace.modelName}.
          </>
        )}{' '}
        Target: {visibleToken(block.token.text)}. Arrow keys go through a part, Enter inspects.
      </p>
      <div className="block-frame">
        <section aria-label="Residual stream" className="block-stream" {...stream}>
          <h3>Residual stream, norms{states.some(({ kind }) => kind === 'bias') ? ' and biases' : ''}</h3>
          <Computing what="the state before the block" of={before.computation} />
          <StreamTable {...shared} before={before.data?.nodes[0]} states={states} />
        </section>
        <section aria-label="Heads" className="block-reads" {...reading}>
          <h3>
            Heads <span className="hint">by effect; per key, what the memory value promotes</span>
          </h3>
          <HeadReads {...shared} heads={heads} layer={block.layer} onWhy={onWhy} />
        </section>
        <section aria-label="Neurons" className="block-neurons" {...large}>
          <h3>
            Neurons <span className="hint">by activation × norm of what they write</span>
          </h3>
          <NeuronTable
            {...shared}
            title={`The ${neurons.largest.length} largest`}
            neurons={neurons.largest}
          />
          <NeuronTable
            {...shared}
            title={`The ${neurons.smallest.length} smallest`}
            neurons={neurons.smallest}
          />
          <NeuronTable
            {...shared}
            title={`The ${neurons.strongest.length} with the largest effect`}
            neurons={neurons.strongest}
          />
        </section>
      </div>
    </>
  );
}
