// Bundles bpmn-js in view mode into the folder of the page /processes, with the licences of all that is in the bundle.
//   npm ci --ignore-scripts && npm run build     writes it
//   npm ci --ignore-scripts && npm run check     fails if what is committed is other than what would be written
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, '../../src/main/resources/static/processes/vendor');

const { outputFiles, metafile } = await build({
  absWorkingDir: here,
  entryPoints: { 'diagram-viewer': 'viewer.js', 'diagram-viewer-style': 'viewer.css' },
  outdir: 'out',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none', // all licences, in full, stand in the file beside it
  metafile: true,
  write: false,
});

const files = new Map(outputFiles.map(({ path, contents }) =>
  [path.endsWith('.css') ? 'diagram-viewer.css' : 'diagram-viewer.js', Buffer.from(contents)]));
files.set('diagram-viewer.LICENSES.txt', Buffer.from(licences(Object.keys(metafile.inputs))));

if (process.argv.includes('--check')) {
  const differing = [...files].filter(([name, bytes]) => !existsSync(join(target, name)) || !bytes.equals(readFileSync(join(target, name))));
  for (const [name] of differing) console.error(`${name} is not what tools/diagram-viewer builds. Run: npm run build`);
  process.exitCode = differing.length ? 1 : 0;
  if (!differing.length) console.log(`${files.size} files of the diagram viewer are what their sources build.`);
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(target, name), bytes);
  console.log([...files].map(([name, bytes]) => `${name}: ${bytes.length} bytes`).join('\n'));
}

/** The licence of every package of which something is in the bundle. */
function licences(inputs) {
  const packages = new Set(inputs.map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]).filter(Boolean));
  return [...packages].sort().map((name) => {
    const folder = join(here, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : `License: ${license}`;
    return `${name} ${version}\n${'='.repeat(60)}\n${text}\n`;
  }).join('\n\n');
}
