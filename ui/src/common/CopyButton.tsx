import { useState } from 'react';

export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    copyText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <button type="button" className="quiet" onClick={copy} onBlur={() => setState('idle')}>
      {state === 'idle' ? label : state === 'copied' ? 'Copied' : 'Select and copy by hand'}
    </button>
  );
}

/** The clipboard exists only on https and localhost. */
async function copyText(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('no clipboard here');
  await navigator.clipboard.writeText(text);
}
