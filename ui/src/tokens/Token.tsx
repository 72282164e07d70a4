import { shorten, visibleToken } from './tokenText';

/** A token's text as code, spaces and control characters made visible. */
export function Token({ text = '', length = 40 }: { text?: string | undefined; length?: number }) {
  const visible = visibleToken(text);
  return (
    <code className="token" title={visible}>
      {shorten(visible, length)}
    </code>
  );
}
