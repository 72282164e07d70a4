import type { CompareRoute, PairShown } from '../route/route';
import { navigate } from '../route/useRoute';

const SHOWN: [shown: PairShown | undefined, title: string][] = [
  [undefined, 'Difference'],
  ['left', 'Left'],
  ['right', 'Right'],
  ['sides', 'Side by side'],
  ['three', 'All three'],
];

/** The difference, one side where it stands, both, or both with the difference between them. */
export function ShownSwitch({ route }: { route: CompareRoute }) {
  const { show, ...rest } = route;
  return (
    <div className="controls" role="group" aria-label="What the picture shows">
      {SHOWN.map(([each, title]) => (
        <button
          key={title}
          type="button"
          aria-pressed={each === show}
          onClick={() => navigate(each === undefined ? rest : { ...rest, show: each })}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
