const KEYS: readonly [keys: string, what: string][] = [
  ['Tab', 'to the picture, once'],
  ['↑ ↓', 'along drawn edges'],
  ['← →', 'along the row'],
  ['[ ]', 'to the next stronger, the next weaker'],
  ['F', 'along the strongest edge'],
  ['Enter', 'inspects'],
  ['I', 'to what is inspected; Escape comes back'],
  ['Shift+Enter', 'on two: the strongest chains between them; so does Shift-click, on tokens too'],
  ['P', 'pins: stays, however little is shown'],
  ['G', 'makes one of what is pinned'],
  ['H', 'hides'],
  ['Z', 'undoes what P, G or H did'],
  ['T', 'paths from its token, of the last: to the answer'],
  ['Escape', 'clears'],
  ['+ − 0', 'larger, smaller, as it was'],
  ['L', 'in words'],
  ['E', 'everything'],
  ['B', 'opens its block: heads, keys, neurons, norms'],
  ['?', 'these keys'],
];

export function StoryHelp({ onClose, onSteps }: { onClose: () => void; onSteps: () => void }) {
  return (
    <section className="story-help" aria-label="Keys">
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onSteps}>
        Four steps through the picture
      </button>
      <button type="button" className="quiet" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
