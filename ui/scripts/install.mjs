// `npm ci`, unless what package-lock.json asks for is installed already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const OLDEST = [20, 19];
const marker = 'node_modules/.installed';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `The page is built with Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. Install a newer Node.`,
  );
  process.exit(1);
}

const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.versions.node)
  .digest('hex');
if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
  console.log('node_modules is up to date');
} else {
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error)
    console.error(`npm could not be started (${error.message}): it comes with Node; is it on the PATH?`);
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(marker, wanted);
}
