import { useEffect, useState } from 'react';
import type { Model } from '../api/types';
import { offeredModel, remembered, rememberModels } from './offeredModel';

/** The model that the form offers, by name; one that was added stays the one that is offered. */
export function useOfferedModel(models: readonly Model[] | undefined): string | undefined {
  const [before] = useState(remembered);
  const offered = offeredModel(models ?? [], before)?.name;
  useEffect(() => {
    if (models) rememberModels(models, offered);
  }, [models, offered]);
  return offered;
}
