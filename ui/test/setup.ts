import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// the console's editor is a large chunk, slow to load on a busy machine
configure({ asyncUtilTimeout: 20_000 });

// what jsdom lacks: CodeMirror measures text, files are read
// what is painted is not looked at here
HTMLCanvasElement.prototype.getContext = () => null;
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Blob.prototype.text = function () {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsText(this);
  });
};

// every test starts as a reader does who opens the page for the first time
afterEach(() => {
  cleanup();
  localStorage.clear();
  window.history.replaceState(null, '', '#/');
});
