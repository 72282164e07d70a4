import type { Membership } from '../api/found';
import type { Flow, FlowNode } from '../api/types';
import { figure, percent, rankText, signed } from '../common/format';
import { Token } from '../tokens/Token';
import { circuitOf, nodeTitle } from './describe';

interface FlowListProps {
  flow: Flow;
  circuit: Membership | undefined;
  selected: string | undefined;
  onSelect: (node: string) => void;
}

/** The graph as a table: the same nodes, last layer first, then by influence. */
export function FlowList({ flow, circuit, selected, onSelect }: FlowListProps) {
  const nodes = [...flow.nodes].sort((a, b) => b.layer - a.layer || (b.influence ?? 0) - (a.influence ?? 0));
  return (
    <div className="flow-list">
      <table className="rows">
        <caption className="hidden">
          The {nodes.length} nodes of the flow graph, from the last layer to the first, by influence on the
          prediction
        </caption>
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">Position</th>
            <th scope="col">Top token</th>
            <th scope="col">Target&apos;s rank</th>
            <th scope="col">Share</th>
            <th scope="col">Influence</th>
            <th scope="col">DLA</th>
            <th scope="col">Norm</th>
            {circuit && <th scope="col">Circuit</th>}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <Row
              key={node.id}
              node={node}
              token={flow.positions[node.position]?.text}
              circuit={circuit}
              selected={node.id === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  node: FlowNode;
  token: string | undefined;
  circuit: Membership | undefined;
  selected: boolean;
  onSelect: (node: string) => void;
}

function Row({ node, token, circuit, selected, onSelect }: RowProps) {
  return (
    <tr aria-current={selected ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className="link" onClick={() => onSelect(node.id)}>
          {nodeTitle(node)}
        </button>
      </th>
      <td>
        <span className="number">{node.position}</span> <Token text={token ?? ''} length={16} />
      </td>
      <td>{node.topToken === undefined ? '–' : <Token text={node.topToken} length={16} />}</td>
      <td className="number">{rankText(node.targetRank)}</td>
      <td className="number">{percent(node.share)}</td>
      <td className="number">{percent(node.influence)}</td>
      <td className="number">{signed(node.dla)}</td>
      <td className="number">{figure(node.norm, 2)}</td>
      {circuit && <td>{circuitOf(node, circuit) ?? '–'}</td>}
    </tr>
  );
}
