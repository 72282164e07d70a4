import type { Story } from '../api/types';
import { percent, signed } from '../common/format';
import { visibleToken } from '../tokens/tokenText';
import type { StoryLayout } from './layout/layout';
import { pillName } from './layout/pillText';
import type { Chain, Point } from './strongestChains';

interface ChainsBoxProps {
  story: Story;
  layout: StoryLayout;
  ends: readonly Point[];
  chains: readonly Chain[];
  onClose: () => void;
}

/** The strongest chains between two marks, with the product that each comes to. */
export function ChainsBox({ story, layout, ends, chains, onClose }: ChainsBoxProps) {
  const [one, other] = ends.map((end) => endName(story, layout, end));
  return (
    <section className="story-chains" aria-label="Chains" aria-live="polite">
      {other === undefined ? (
        <p>
          From {one}: <kbd>Shift</kbd>-click another mark, or <kbd>Shift</kbd>+<kbd>Enter</kbd> on it.
        </p>
      ) : (
        <>
          <p>
            <strong>
              {one} and {other}
            </strong>
            {chains.length === 0 ? ': no chain of drawn edges leads from one to the other.' : ''}
          </p>
          {chains.length > 0 && (
            <>
              <ol>
                {chains.map((chain) => (
                  <li key={chain.edges.map((edge) => edge.id).join()}>{chainText(story, layout, chain)}</li>
                ))}
              </ol>
              <p className="hint">Estimates: along the first edge × the part that goes on along each next.</p>
            </>
          )}
        </>
      )}
      <button type="button" className="quiet" onClick={onClose}>
        Close
      </button>
    </section>
  );
}

/** "␣John → 20.0 → 23.0: +0.12 = +0.26 × 46%". */
export function chainText(story: Story, layout: StoryLayout, { edges, first, parts, effect }: Chain): string {
  const [start] = edges;
  const names = [
    start?.source === undefined ? tokenName(story, start?.position) : endName(story, layout, start.source),
    ...edges.map(({ target }) => (target === undefined ? 'the answer' : endName(story, layout, target))),
  ];
  const product = parts.length === 0 ? '' : ` = ${[signed(first), ...parts.map(percent)].join(' × ')}`;
  return `${names.join(' → ')}: ${signed(effect)}${product}`;
}

function endName(story: Story, layout: StoryLayout, end: Point): string {
  if (typeof end === 'number') return end === story.targetPosition ? 'the answer' : tokenName(story, end);
  const part = layout.byId.get(end)?.part;
  return part ? pillName(part) : `${end} (not drawn)`;
}

function tokenName(story: Story, position: number | undefined): string {
  return visibleToken(story.positions[position ?? -1]?.text);
}
