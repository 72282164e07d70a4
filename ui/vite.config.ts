import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

const server = process.env.HEADSTREAM_URL ?? 'http://localhost:8080';

/** To the server, as from a page of its own; a page of another origin stays one. */
const toServer: ProxyOptions = {
  target: server,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (request, { headers }) => {
      if (headers.origin === `http://${headers.host ?? ''}`)
        request.setHeader('origin', new URL(server).origin);
    });
  },
};

export default defineConfig({
  // relative, so that the page works below any path it is served from
  base: './',
  plugins: [react()],
  server: { proxy: { '/api': toServer, '/q': toServer } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // the editor's grammar (ANTLR) is 1.5 MB of tables; it is a chunk of its own, loaded with the console
    chunkSizeWarningLimit: 2000,
  },
});
