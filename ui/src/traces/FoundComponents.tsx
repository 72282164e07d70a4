import { useModels } from '../api/hooks';
import { useLabels } from '../api/people';
import { Link } from '../common/Link';
import { COMPONENT_NAME } from '../api/generated/words';

/** What else the words of a search mean: components that are called so, or that have the name. */
export function FoundComponents({ words }: { words: string }) {
  const labels = useLabels({ query: words }).data ?? [];
  const models = useModels().data ?? [];
  const name = words.trim();
  const named = COMPONENT_NAME.test(name) ? models.filter((model) => model.inGraph) : [];
  if (labels.length === 0 && named.length === 0) return null;
  return (
    <p className="found">
      Components:{' '}
      {named.map((model) => (
        <span key={model.id ?? model.name}>
          <Link to={{ page: 'component', model: model.id ?? model.name, name }}>
            {name} of {model.name}
          </Link>{' '}
        </span>
      ))}
      {labels
        .filter((each) => !named.some((model) => model.id === each.model) || each.component !== name)
        .map((each) => (
          <span key={`${each.model} ${each.component}`}>
            <Link to={{ page: 'component', model: each.model, name: each.component }} title={each.note}>
              {each.component} “{each.label}”{each.modelName !== undefined && ` of ${each.modelName}`}
            </Link>{' '}
          </span>
        ))}
    </p>
  );
}
