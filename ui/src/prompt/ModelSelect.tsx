import type { KeyboardEvent } from 'react';
import type { Model } from '../api/types';

interface ModelSelectProps {
  id: string;
  models: readonly Model[] | undefined;
  value: string | undefined;
  onChange: (name: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The models by name; those that cannot be traced are there, and cannot be chosen. */
export function ModelSelect({ id, models, value, onChange, onKeyDown }: ModelSelectProps) {
  return (
    <select
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    >
      {models?.length === 0 && <option value="">no models found: add one</option>}
      {models?.map(({ name, source, problem, layers, heads }) => (
        <option key={`${name} ${source}`} value={name} disabled={problem !== undefined}>
          {name} ·{' '}
          {problem === undefined ? `${String(layers)} layers × ${String(heads)} heads` : 'cannot be traced'}
        </option>
      ))}
    </select>
  );
}
