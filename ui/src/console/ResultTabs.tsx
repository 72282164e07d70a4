import type { KeyboardEvent } from 'react';
import { RESULT_TABS, type ResultTab } from '../route/route';

const NAMES: Record<ResultTab, string> = { table: 'Table', graph: 'Graph', json: 'JSON', plan: 'Plan' };
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrow keys go from tab to tab, as the ARIA practices have it. */
export function ResultTabs({
  id,
  tab,
  onTab,
}: {
  id: string;
  tab: ResultTab;
  onTab: (tab: ResultTab) => void;
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = RESULT_TABS.at((RESULT_TABS.indexOf(tab) + step) % RESULT_TABS.length) ?? tab;
    onTab(next);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next}`)}`)?.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs take the focus
    <div className="tabs" role="tablist" aria-label="Answer as" onKeyDown={onKeyDown}>
      {RESULT_TABS.map((each) => (
        <button
          key={each}
          id={`${id}-${each}`}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls={`${id}-panel`}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onTab(each)}
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
