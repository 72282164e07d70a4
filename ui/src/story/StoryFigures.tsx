import type { Story } from '../api/types';
import { percent, signed } from '../common/format';
import type { ShownPart } from './prune';
import { ruleText } from './sentences';

const ROLES = {
  ranked: 'for what it does itself',
  query: 'because it moves the query of a head shown',
  value: 'because it wrote what a head shown reads',
  feeds: 'because it feeds an MLP shown',
  duplicate: 'because it sees that the token stood earlier',
  induction: 'because it looks at what followed the token earlier',
} as const;

/** The figures of a component, each by what it is: the estimate, and beside it what was measured, if anything was. */
export function StoryFigures({ story, part }: { story: Story; part: ShownPart }) {
  return (
    <>
      <dl className="story-figures">
        <Row
          name={story.effects === 'probability' ? 'effect on P (estimate)' : 'effect (estimate)'}
          value={signed(part.effect)}
        />
        <Row
          name="effect measured"
          value={part.measured ? `${signed(part.measured.effect)}, ${part.measured.scope}` : 'not measured'}
        />
        <Row name="direct (DLA)" value={signed(part.dla)} />
        <Row name="share" value={percent(part.share)} />
        <Row name="influence" value={percent(part.influence)} />
        {part.neurons.length > 0 && (
          <Row
            name="neurons"
            value={part.neurons.map((each) => `${each.name} ${signed(each.amount)}`).join(', ')}
          />
        )}
      </dl>
      {part.caption && (
        <p>
          <em>{part.caption.text}</em>: {ruleText(part.caption, story)}. An observation, not a claim.
        </p>
      )}
      <p className="hint">
        Here {ROLES[part.role]}
        {part.rank !== undefined && `, ranked ${part.rank}`}.
      </p>
    </>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
