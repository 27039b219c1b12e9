// Judges a script's thresholds, of which each must be well-formed and name a metric that exists.
const FORM = /^(\S+?)\s*(<=|>=|==|<|>)\s*([\d.]+)$/;
const HOLDS = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
};

/** Notes each verdict in the metrics; returns whether any threshold was crossed. */
export function judge(thresholds, metrics) {
  let broken = false;
  for (const [name, limits] of Object.entries(thresholds)) {
    if (!(name in metrics)) {
      throw new Error(`threshold on ${name}, which nothing measures`);
    }
    metrics[name].thresholds = {};
    for (const limit of limits) {
      const ok = holds(limit, metrics[name].values);
      metrics[name].thresholds[limit] = { ok };
      broken ||= !ok;
    }
  }
  return broken;
}

function holds(limit, values) {
  const [, key, sign, bound] = FORM.exec(limit) ?? [];
  if (!(key in values)) {
    throw new Error(`threshold '${limit}' does not fit its metric, which has ${Object.keys(values)}`);
  }
  return HOLDS[sign](values[key], Number(bound));
}
