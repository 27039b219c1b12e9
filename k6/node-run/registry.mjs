// Keeps what is measured and sums it up in the shape that k6 hands to handleSummary.
class Samples {
  constructor(type, values) {
    this.type = type;
    this.taken = [];
    this.sumUp = values;
  }

  add(value) {
    this.taken.push(Number(value));
  }

  summary() {
    return { type: this.type, values: this.sumUp(this.taken) };
  }
}

const metrics = new Map();

function metric(name, type, values) {
  if (!metrics.has(name)) {
    metrics.set(name, new Samples(type, values));
  }
  return metrics.get(name);
}

export const registry = {
  trend: (name) => metric(name, 'trend', trendValues),
  rate: (name) => metric(name, 'rate', rateValues),
  counter: (name) => metric(name, 'counter', (taken) => ({ count: sum(taken) })),
  summary: () => Object.fromEntries([...metrics].map(([name, samples]) => [name, samples.summary()])),
};

function rateValues(taken) {
  const passes = taken.filter(Boolean).length;
  return { rate: taken.length ? passes / taken.length : 0, passes, fails: taken.length - passes };
}

function trendValues(taken) {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (part) => percentile(sorted, part);
  return {
    avg: taken.length ? sum(taken) / taken.length : 0,
    min: at(0),
    med: at(0.5),
    max: at(1),
    'p(90)': at(0.9),
    'p(95)': at(0.95),
    'p(99)': at(0.99),
  };
}

function percentile(sorted, part) {
  if (sorted.length === 0) {
    return 0;
  }
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
