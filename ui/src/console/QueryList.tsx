import { useState } from 'react';
import type { NamedQuery } from '../api/types';
import { Link } from '../common/Link';
import { Empty } from '../common/States';
import type { ConsoleRoute } from '../route/route';

interface QueryListProps {
  queries: NamedQuery[];
  context: ConsoleRoute;
  chosen: string | undefined;
}

export function QueryList({ queries, context, chosen }: QueryListProps) {
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/);
  const found = queries.filter((query) => {
    const about = `${query.name} ${query.title} ${query.group} ${query.explanation}`.toLowerCase();
    return words.every((word) => about.includes(word));
  });
  const groups = [...new Set(found.map((query) => query.group))];
  return (
    <>
      <input
        type="search"
        aria-label="Search queries"
        placeholder="search queries"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.length === 0 && <Empty>No named query has these words.</Empty>}
      <nav aria-label="Named queries">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul className="plain">
              {found
                .filter((query) => query.group === group)
                .map((query) => (
                  <li key={query.name}>
                    <Link
                      to={{ ...context, name: query.name }}
                      current={query.name === chosen}
                      title={query.explanation}
                    >
                      {query.title}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}
