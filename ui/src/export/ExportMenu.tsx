import { useApi } from '../api/context';

const FORMATS = [
  { format: 'json', name: 'JSON', use: 'the whole trace, for headstream import' },
  { format: 'graphml', name: 'GraphML', use: 'networkx, Gephi' },
  { format: 'csv', name: 'CSV', use: 'tables of nodes and edges, zipped' },
  { format: 'parquet', name: 'Parquet', use: 'pandas, DuckDB; zipped' },
  { format: 'circuit-tracer', name: 'circuit-tracer', use: 'its page, Neuronpedia' },
];

/** Downloads of a trace; the server names the files. */
export function ExportMenu({ trace }: { trace: string }) {
  const api = useApi();
  return (
    <details className="predictions">
      <summary>export</summary>
      <ul className="exports">
        {FORMATS.map(({ format, name, use }) => (
          <li key={format}>
            <a href={api.exportOf(trace, format)} download>
              {name}
            </a>{' '}
            <small>{use}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
