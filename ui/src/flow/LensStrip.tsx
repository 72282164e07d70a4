import type { Flow } from '../api/types';
import { percent, rankText } from '../common/format';
import { Link } from '../common/Link';
import { Token } from '../tokens/Token';
import { useTheme } from '../theme/useTheme';
import { nodeTitle } from './describe';
import { rankColour } from './scales';

interface LensStripProps {
  flow: Flow;
  vocabulary: number;
  selected: string | undefined;
  onSelect: (node: string) => void;
}

/** The logit lens where the answer is read: each residual state's top token and the target's rank, first layer first. */
export function LensStrip({ flow, vocabulary, selected, onSelect }: LensStripProps) {
  const { palette } = useTheme();
  const colour = rankColour(palette, vocabulary);
  const order = (site: string | undefined) => ['embed', 'mid', 'post'].indexOf(site ?? '');
  const states = flow.nodes
    .filter((node) => node.kind === 'residual' && node.position === flow.targetPosition)
    .sort((a, b) => a.layer - b.layer || order(a.site) - order(b.site));
  return (
    <div className="lens-frame">
      <ol className="lens" aria-label="Residual states at the target position, layer by layer">
        {states.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              aria-pressed={node.id === selected}
              title={`${nodeTitle(node)}: target ${rankText(node.targetRank)}, ${percent(node.targetProbability)}`}
              onClick={() => onSelect(node.id)}
              style={{ borderBottomColor: colour(node.targetRank) }}
            >
              <small>{node.site === 'embed' ? 'embed' : `L${node.layer} ${node.site ?? ''}`}</small>
              <Token text={node.topToken ?? ''} length={10} />
              <small className="number">{rankText(node.targetRank)}</small>
            </button>
          </li>
        ))}
      </ol>
      <Link
        className="hint"
        title="The logit lens as a named query, with its Cypher"
        to={{
          page: 'console',
          trace: flow.trace,
          name: 'logit-lens',
          parameters: { trace: flow.trace },
          as: 'table',
        }}
      >
        in Cypher
      </Link>
    </div>
  );
}
