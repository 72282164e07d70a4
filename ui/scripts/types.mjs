// What the page knows of the server and of the graph, made of openapi.json and of the texts of ../schema and ../cypher: `npm run types` writes it,
// with --check it fails where what is there is older than what it is made of.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const here = new URL('..', import.meta.url);
const folder = 'src/api/generated/';
const note = '// Made by `npm run types`: change what it is made of, not this.\n\n';
const read = (path) => readFileSync(new URL(path, here), 'utf8');

const graph = '../cypher/src/main/resources/headstream/';
const schemaFile = '../schema/src/main/resources/headstream/schema.txt';
const statements = { trace: 'read/trace/overview.cypher', traces: 'read/trace/page.cypher' };

/** Words of which only some are meant, as lists (their types are openapi.d.ts's), and how ids are spelled. */
function words(document) {
  const schemas = Object.entries(document.components.schemas);
  const named = schemas.map(([name, schema]) => [`${constant(name)}S`, schema]);
  const members = schemas.flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).map(([member, schema]) => [constant(`${name}${upper(member)}`), schema]),
  );
  const lists = [...named, ...members]
    .filter(([, schema]) => schema.enum)
    .map(([name, schema]) => `export const ${name} = ${JSON.stringify(schema.enum)} as const;\n`);
  const patterns = schemas
    .filter(([, schema]) => schema.pattern)
    .map(([name, schema]) => `export const ${constant(name)} = /${schema.pattern}/;\n`);
  return [...lists, ...patterns, ...spellings(document.components.schemas)].sort().join('');
}

/** How ids are taken apart, and how those are spelled that the page makes itself, as the examples are: "L0P5.embed", "L3H2". */
function spellings({ ActivationId, ComponentName }) {
  const [, layer, position, sites] = /^\^(L\\d\+)(P\\d\+)\\\.\(\?:(.+)\)\$$/.exec(ActivationId.pattern);
  const counted = (part) => part.replace('\\d+', '(\\d+)');
  const [place] = ActivationId.examples[1]
    .replace(/\d+/, '${layer}')
    .replace(/P\d+/, 'P${position}')
    .split('.');
  const name = ComponentName.examples[0].replace(/\d+.*/, '${layer}${part}');
  return [
    `export const PLACE = /^${counted(layer)}${counted(position)}(?:\\.(${sites}))?$/;\n`,
    `export const placeId = (layer: number, position: number): string => \`${place}\`;\n`,
    `export const activationId = (layer: number, position: number, site: string): string => ` +
      `\`\${placeId(layer, position)}.\${site}\`;\n`,
    `export const componentName = (layer: number, part: string): string => \`${name}\`;\n`,
  ];
}

/** A statement's file without what its header says of parameters and columns. */
const statement = (content) => content.replace(/^\/\/ (?:params|columns):\n(?:\/\/ {3}.*\n)*/gm, '');

/** The graph's vocabulary as its file has it, what its nodes are labelled, and the statements that the page shows of itself. */
function graphTexts() {
  const schema = read(schemaFile);
  const labels = [...schema.matchAll(/^\((\w+)\) /gm)].map((match) => match[1]);
  const shown = Object.entries(statements).map(
    ([name, file]) => `  ${name}: ${text(statement(read(graph + file)))},\n`,
  );
  return (
    `export const LABELS = ${JSON.stringify(labels)} as const;\n` +
    `export type Label = (typeof LABELS)[number];\n\n` +
    `export const STATEMENTS = {\n${shown.join('')}};\n\n` +
    `export const SCHEMA_TEXT = ${text(schema)};\n`
  );
}

const constant = (name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
const upper = (name) => name.charAt(0).toUpperCase() + name.slice(1);
const text = (content) => `\`${content.replace(/[\\`]|\$\{/g, '\\$&')}\``;

async function made() {
  const document = JSON.parse(read('openapi.json'));
  const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
  const style = await resolveConfig(new URL('package.json', here));
  const files = { 'openapi.d.ts': types, 'words.ts': words(document), 'graph.ts': graphTexts() };
  const pretty = Object.entries(files).map(async ([name, content]) => [
    name,
    await format(note + content, { ...style, parser: 'typescript' }),
  ]);
  return Promise.all(pretty);
}

const check = process.argv.includes('--check');
const stale = [];
for (const [name, content] of await made()) {
  const url = new URL(folder + name, here);
  if (existsSync(url) && readFileSync(url, 'utf8') === content) continue;
  stale.push(folder + name);
  if (check) continue;
  mkdirSync(new URL('.', url), { recursive: true });
  writeFileSync(url, content);
}
if (check && stale.length > 0) {
  console.error(
    `Older than openapi.json, ../schema or ../cypher: ${stale.join(', ')}. Run \`npm run types\` in ui/.`,
  );
  process.exit(1);
}
console.log(stale.length === 0 ? 'The types are up to date.' : `Written: ${stale.join(', ')}`);
