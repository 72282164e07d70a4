import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** what needs a page: components, and what keeps something in the browser */
const IN_A_PAGE = [
  '**/*.test.tsx',
  'src/console/savedQueries.test.ts',
  'src/prompt/options.test.ts',
  'src/prompt/offeredModel.test.ts',
];

export default defineConfig({
  plugins: [react()],
  test: {
    testTimeout: 60_000,
    maxWorkers: 2,
    // modules are loaded once in each worker: every test starts as a reader does who opens the page (test/setup.ts)
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          include: IN_A_PAGE.flatMap((glob) => (glob.startsWith('**') ? [`{src,test}/${glob}`] : [glob])),
          environment: 'jsdom',
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        // functions alone: no page is made for them
        extends: true,
        test: {
          name: 'plain',
          include: ['{src,test}/**/*.test.ts'],
          exclude: IN_A_PAGE,
          environment: 'node',
        },
      },
    ],
  },
});
