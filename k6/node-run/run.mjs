// Runs a k6 script under Node for a few iterations, one after the other: not to measure, but so
// that the scripts cannot rot where k6 is not installed. Nothing but Node is needed.
//   node k6/node-run/run.mjs k6/smoke.js --base http://localhost:8080 [--iterations 2] [--summary FILE]
import { writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { registry } from './registry.mjs';
import { judge } from './thresholds.mjs';

const MOST_ITERATIONS = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string', default: 'http://localhost:8080' },
    iterations: { type: 'string', default: '2' },
    summary: { type: 'string' },
  },
});
if (positionals.length !== 1) {
  console.error('usage: node k6/node-run/run.mjs SCRIPT [--base URL] [--iterations N] [--summary FILE]');
  process.exit(2);
}
if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(values.base).hostname)) {
  console.error(`--base is ${values.base}; only this machine is called from here, use k6 for others`);
  process.exit(2);
}

globalThis.__ENV = { ...process.env, BASE_URL: values.base };
if (values.summary) {
  globalThis.__ENV.SUMMARY = values.summary;
}
globalThis.__VU = 0;
globalThis.__ITER = 0;

register('./resolve.mjs', import.meta.url);
const script = await import(pathToFileURL(positionals[0]).href);

const data = script.setup?.();
let iterations = 0;
for (const { run, users, each } of plan(script)) {
  for (globalThis.__ITER = 0; globalThis.__ITER < each; globalThis.__ITER++) {
    for (globalThis.__VU = 1; globalThis.__VU <= users; globalThis.__VU++) {
      if (iterations++ < MOST_ITERATIONS) {
        run(data);
      }
    }
  }
}
script.teardown?.(data);

const metrics = registry.summary();
const broken = judge(script.options?.thresholds ?? {}, metrics);
const files = script.handleSummary?.({ metrics, options: script.options }) ?? {};
for (const [file, content] of Object.entries(files)) {
  file === 'stdout' ? process.stdout.write(content) : writeFileSync(file, content);
}
process.exit(broken ? 1 : 0);

// Load is cut to a few iterations; the number of users is kept where it is small.
function plan(script) {
  const { options = {} } = script;
  const scenarios = Object.values(options.scenarios ?? { default: options });
  return scenarios.map((scenario) => ({
    run: script[scenario.exec ?? 'default'],
    users: Math.min(scenario.vus ?? 1, 3),
    each: Math.min(scenario.iterations ?? Infinity, Number(values.iterations)),
  }));
}
