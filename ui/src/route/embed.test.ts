import { describe, expect, it } from 'vitest';
import { embeddedTrace, wholeHash } from './embed';

describe('an embedded address', () => {
  it('names a trace, below whatever the page is served from', () => {
    expect(embeddedTrace('/embed/trace/1b02-x')).toBe('1b02-x');
    expect(embeddedTrace('/tools/headstream/embed/trace/a')).toBe('a');
    expect(embeddedTrace('/')).toBeUndefined();
    expect(embeddedTrace('/embed/trace/a/b')).toBeUndefined();
  });

  it('shows what the address of the page would', () => {
    expect(wholeHash('#count=40&as=words', '/embed/trace/a')).toBe('#/trace/a?count=40&as=words');
    expect(wholeHash('', '/embed/trace/a')).toBe('#/trace/a?');
    expect(wholeHash('#/trace/a?count=40', '/embed/trace/a')).toBe('#/trace/a?count=40');
    expect(wholeHash('#/console', '/')).toBe('#/console');
  });
});
