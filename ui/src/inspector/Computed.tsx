import type { ReactNode } from 'react';
import { useComputed } from '../api/computed';
import type { ComputedWord, Trace } from '../api/types';
import { Computing } from '../common/Computing';
import { BlockLink } from './BlockLink';
import { Figures } from './Figures';
import { Words } from './Words';

interface ComputedProps {
  trace: Trace;
  node: string;
  onSelect: (node: string | undefined) => void;
  children?: ReactNode;
}

/** What the trace does not keep, computed by its model: told as what is kept, and that it is not. */
export function Computed({ trace, node, onSelect, children }: ComputedProps) {
  const computed = useComputed(trace.id, node);
  const found = computed.data?.nodes[0];
  return (
    <>
      <div className="inspector-head">
        <h2>{node}</h2>
        <button type="button" className="quiet" onClick={() => onSelect(undefined)}>
          Clear
        </button>
      </div>
      <p className="hint">
        Not kept by this trace: computed now by its model, with the figures that a trace has.
      </p>
      {children}
      <BlockLink trace={trace} node={node} />
      <Computing what={node} of={computed.computation} />
      {found && (
        <>
          <Figures activation={found.figures} />
          <Words of={worded(found)} target={trace.target} />
        </>
      )}
    </>
  );
}

type Found = NonNullable<ReturnType<typeof useComputed>['data']>['nodes'][number];

function worded({ kind, writes, erases, seeks, offers, lifts, filters }: Found) {
  return {
    kind,
    writes,
    erases,
    seeks,
    offers,
    lifts: lifts.map(shift),
    filters: filters.map(shift),
  };
}

function shift({ text, rank, before, after }: ComputedWord) {
  return { text, rank, before: before ?? 0, after: after ?? 0 };
}
