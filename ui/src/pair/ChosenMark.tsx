import type { AlignedPair } from '../api/types';
import { Link } from '../common/Link';
import { traceRoute } from '../route/route';
import type { ShownPart } from '../story/prune';
import type { Differing } from './difference';
import { markSentence } from './words';

interface ChosenMarkProps {
  differing: Differing;
  part: ShownPart;
  alignment: readonly AlignedPair[];
}

/** What is looked at, in words, and where it stands in either story. */
export function ChosenMark({ differing, part, alignment }: ChosenMarkProps) {
  return (
    <p className="chosen">
      {markSentence(differing, part)}.{' '}
      {(['left', 'right'] as const).map((side) => {
        const position = alignment[part.position]?.[side]?.index;
        const told = differing.sides.get(part.id)?.told[side];
        return told && position !== undefined ? (
          <span key={side}>
            <Link to={traceRoute(differing[side].trace, { node: differing.nodes[side].get(part.id) ?? '' })}>
              In the story of the {side}
            </Link>
            .{' '}
          </span>
        ) : null;
      })}
    </p>
  );
}
