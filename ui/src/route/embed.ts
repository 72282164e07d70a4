/**
 * The page within another: `/embed/trace/ID#address` shows the trace alone, as its address says. What stands after # is what stands after the trace's id in the address of
 * the page itself.
 */
const FORM = /\/embed\/trace\/([A-Za-z0-9-]+)$/;

/** The trace that is shown alone; none on the page itself. */
export function embeddedTrace(path = window.location.pathname): string | undefined {
  return FORM.exec(path)?.[1];
}

/** The page's own hash for what an embedded address shows. */
export function wholeHash(hash: string, path = window.location.pathname): string {
  const trace = embeddedTrace(path);
  return trace === undefined || hash.startsWith('#/') ? hash : `#/trace/${trace}?${hash.slice(1)}`;
}

/** Where the page itself is, seen from here. */
export function pageAddress(hash: string): string {
  return embeddedTrace() === undefined ? hash : `../../${hash}`;
}

export function embedAddress(trace: string, address: string): string {
  const page = window.location.href.split('#')[0] ?? '';
  const root = page.replace(FORM, '/').replace(/[^/]*$/, '');
  return `${root}embed/trace/${trace}${address === '' ? '' : `#${address}`}`;
}
