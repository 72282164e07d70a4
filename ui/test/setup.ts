import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// the console's editor is a large chunk, slow to load on a busy machine
configure({ asyncUtilTimeout: 8_000 });

// what jsdom lacks, and CodeMirror measures text with
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

// every test starts as a reader does who opens the page for the first time
afterEach(() => {
  cleanup();
  localStorage.clear();
  window.history.replaceState(null, '', '#/');
});
