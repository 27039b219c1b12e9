// Stands in for the module k6.
import { registry } from './registry.mjs';

const checks = registry.rate('checks');

export function check(value, conditions) {
  let all = true;
  for (const [name, holds] of Object.entries(conditions)) {
    const passed = Boolean(holds(value));
    checks.add(passed);
    if (!passed) {
      console.error(`check failed: ${name}`, value?.status ?? value?.state ?? value, value?.url ?? '');
    }
    all &&= passed;
  }
  return all;
}

export function group(name, run) {
  return run();
}

export function sleep(seconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}

export function fail(reason) {
  throw new Error(reason);
}
