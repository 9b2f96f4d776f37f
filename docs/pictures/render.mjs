// Draws the diagrams of processes/ as SVG, for the README: the model is the source, the picture follows.
//   npm install --no-save bpmn-js@18.31.1 playwright-core@1.62.0 && node docs/pictures/render.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const viewer = require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 2400, height: 900 } });
await page.setContent('<div id="canvas" style="width: 2400px; height: 900px"></div>');
await page.addScriptTag({ path: viewer });
for (const file of readdirSync('processes').filter((name) => name.endsWith('.bpmn'))) {
  const { svg, warnings } = await page.evaluate(async (xml) => {
    const bpmn = new BpmnJS({ container: '#canvas' });
    const { warnings } = await bpmn.importXML(xml);
    const { svg } = await bpmn.saveSVG();
    bpmn.destroy();
    return { svg, warnings: warnings.map((warning) => warning.message) };
  }, readFileSync(`processes/${file}`, 'utf8'));
  if (warnings.length) throw new Error(`${file}: ${warnings.join(', ')}`);
  const readable = svg.replace(/(<svg [^>]*>)/, '$1<rect x="-10000" y="-10000" width="20000" height="20000" fill="white"/>');
  writeFileSync(`docs/pictures/${file.replace('.bpmn', '.svg')}`, readable);
}
await browser.close();
