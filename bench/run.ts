import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { changeToFan } from './change-to-fan.ts';
import { firstLoad } from './first-load.ts';
import { handleToPaint } from './handle-to-paint.ts';
import { machine } from './machine.ts';
import type { Measure } from './measure.ts';
import { formatMeasures } from './measure.ts';
import { projectionSpeed } from './projection-speed.ts';
import { startAndMemory } from './start-and-memory.ts';
import { trajectorySpeed } from './trajectory-speed.ts';

/** `npm run bench`: measures what the product promises and writes bench/RESULTS.md. Needs a built web app and, for the page, a Chromium. */
const measures: Measure[] = [];
for (const part of [projectionSpeed, trajectorySpeed, firstLoad, startAndMemory, handleToPaint, changeToFan]) {
  const found = await part();
  measures.push(...found);
  console.log(formatMeasures(found));
}
const file = resolve(import.meta.dirname, 'RESULTS.md');
const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string;
};
writeFileSync(
  file,
  `# Bench results\n\nVersion ${version}, ${machine()}. Made by \`npm run bench\`; the machine was not otherwise idle-guarded, so read the medians.\n\n${formatMeasures(measures)}\n`,
);
console.log(`written: bench/RESULTS.md`);
