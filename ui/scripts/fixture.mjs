// The fixture server for people: `npm run fixture`, then `npm run dev` in another terminal (or open the built page here).
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('../test/fixture-server.ts', import.meta.url).pathname);
const server = await module.startFixtureServer({ port: Number(process.env.PORT ?? 8080), step: 400 });
console.log(`fixture server at ${server.url}, ending with Ctrl+C`);
