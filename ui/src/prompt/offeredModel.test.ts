import { afterEach, describe, expect, it } from 'vitest';
import { MODEL } from '../../test/fixture/traces';
import { offeredModel, remembered, rememberModels } from './offeredModel';

const gpt2 = { ...MODEL, name: 'gpt2', default: false };
const smol = { ...MODEL, name: 'smollm2', default: false };
const broken = { ...MODEL, name: 'broken', default: false, problem: 'has no tokenizer' };

afterEach(() => localStorage.clear());

describe('the model that the form offers', () => {
  it('is the usual one at a first visit', () => expect(offeredModel([gpt2, MODEL])).toBe(MODEL));

  it('is the newest that was added, in a browser that was never here', () => {
    const early = { ...gpt2, addedAt: '2026-11-28T04:00:00Z' };
    const late = { ...smol, addedAt: '2026-11-28T04:30:00Z' };
    expect(offeredModel([MODEL, early, late])).toBe(late);
    expect(offeredModel([late, MODEL, early])).toBe(late);
    expect(offeredModel([MODEL, early, { ...late, problem: 'is gone' }])).toBe(early);
    rememberModels([MODEL, early, late], 'gpt2');
    expect(offeredModel([MODEL, early, late])).toBe(early);
  });

  it('is the one that was used last', () => {
    rememberModels([MODEL, gpt2], 'gpt2');
    expect(offeredModel([MODEL, gpt2])).toBe(gpt2);
    rememberModels([MODEL, gpt2], undefined);
    expect(offeredModel([MODEL, gpt2])).toBe(gpt2);
  });

  it('is one that was added since, where it can be traced', () => {
    rememberModels([MODEL, gpt2], 'gpt2');
    expect(offeredModel([MODEL, gpt2, smol])).toBe(smol);
    expect(offeredModel([MODEL, gpt2, broken])).toBe(gpt2);
  });

  it('is the usual one where the last is gone, or the store holds something else', () => {
    rememberModels([MODEL, gpt2], 'gpt2');
    expect(offeredModel([MODEL])).toBe(MODEL);
    localStorage.setItem('headstream.models', '{"seen":3,"last":[]}');
    expect(remembered()).toEqual({ seen: [], last: undefined });
  });
});
