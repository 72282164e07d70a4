import { useLayoutEffect, useRef } from 'react';
import type { FlowNode } from '../api/types';
import { figure, percent, rankText, signed } from '../common/format';
import { Token } from '../tokens/Token';
import { nodeTitle } from './describe';

const GAP = 14;

export function FlowTooltip({ node, at, token }: { node: FlowNode; at: Element; token: string | undefined }) {
  const box = useRef<HTMLDivElement>(null);

  // beside the node, on whichever side there is room, before the browser paints
  useLayoutEffect(() => {
    const element = box.current;
    const frame = element?.parentElement?.getBoundingClientRect();
    if (!element || !frame) return;
    const mark = at.getBoundingClientRect();
    const right = mark.right - frame.left + GAP;
    const fits = right + element.offsetWidth <= frame.width;
    const top = Math.min(mark.top - frame.top, frame.height - element.offsetHeight - 4);
    element.style.left = `${fits ? right : Math.max(0, mark.left - frame.left - GAP - element.offsetWidth)}px`;
    element.style.top = `${Math.max(4, top)}px`;
  });

  return (
    <div className="tooltip" ref={box} role="tooltip">
      <strong>{nodeTitle(node)}</strong> at {node.position} <Token text={token ?? ''} length={16} />
      <dl>
        {node.topToken !== undefined && (
          <Row name="top token" value={<Token text={node.topToken} length={18} />} />
        )}
        {node.targetRank !== undefined && (
          <Row name="target" value={`${rankText(node.targetRank)} · ${percent(node.targetProbability)}`} />
        )}
        <Row name="share" value={percent(node.share)} />
        <Row name="influence" value={percent(node.influence)} />
        {node.dla !== undefined && <Row name="DLA" value={signed(node.dla)} />}
        {node.effect !== undefined && <Row name="effect" value={signed(node.effect)} />}
        <Row name="norm" value={figure(node.norm, 2)} />
      </dl>
    </div>
  );
}

function Row({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
