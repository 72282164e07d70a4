import { transformSync } from '@babel/core';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Of react-dom's two servers the one that makes a string: the other wants streams, which an engine without a host has not. */
const STRINGS = new URL(
  'node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js',
  import.meta.url,
);

/** In the language that the server's engine knows. */
const forRhino: Plugin = {
  name: 'for-rhino',
  renderChunk(code) {
    const told = transformSync(code, {
      configFile: false,
      babelrc: false,
      sourceType: 'script',
      comments: false,
      compact: true,
      // copied by Object.assign, which is the engine's own: the layout spreads thousands of objects
      assumptions: { setSpreadProperties: true, objectRestNoSymbols: true, pureGetters: true },
      presets: [['@babel/preset-env', { targets: { rhino: '1.9' }, modules: false }]],
    });
    return { code: told?.code ?? '', map: null };
  },
};

/** The story's picture as one script for the server (src/still): not served, so beside the page's own files. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { 'react-dom/server': fileURLToPath(STRINGS) } },
  publicDir: false,
  plugins: [forRhino],
  build: {
    outDir: 'target/still',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: 'src/still/engine.ts', name: 'headstream', formats: ['iife'], fileName: () => 'still.js' },
  },
});
