// Stands in for the module k6/metrics.
import { registry } from './registry.mjs';

export class Trend {
  constructor(name) {
    return registry.trend(name);
  }
}

export class Rate {
  constructor(name) {
    return registry.rate(name);
  }
}

export class Counter {
  constructor(name) {
    return registry.counter(name);
  }
}
