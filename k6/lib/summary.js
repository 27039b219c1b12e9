// Prints the few figures that matter; when SUMMARY names a file, writes all of them there as JSON, and
// as a page beside it.

import { report } from './report.js';

/** For a script's handleSummary. */
export function summary(name) {
  return (data) => {
    const files = { stdout: `${text(name, data)}\n` };
    if (__ENV.SUMMARY) {
      files[__ENV.SUMMARY] = JSON.stringify({ script: name, ...data }, null, 2);
      files[`${__ENV.SUMMARY.replace(/\.json$/, '')}.html`] = report(name, data);
    }
    return files;
  };
}

function text(name, data) {
  const value = (metric, key) => data.metrics[metric]?.values?.[key];
  const lines = [
    `${name}`,
    `  time to result  p50 ${ms(value('time_to_result', 'med'))}  p95 ${ms(value('time_to_result', 'p(95)'))}  max ${ms(value('time_to_result', 'max'))}`,
    `  lost results    ${percent(value('lost_results', 'rate'))}`,
    `  refusals        ${value('refusals', 'count') ?? 0}`,
    `  requests        ${value('http_reqs', 'count') ?? 0}, failed ${percent(value('http_req_failed', 'rate'))}`,
    `  checks          ${percent(value('checks', 'rate'))}`,
  ];
  return lines.concat(crossed(data)).join('\n');
}

function crossed(data) {
  return Object.entries(data.metrics).flatMap(([metric, { thresholds = {} }]) =>
    Object.entries(thresholds)
      .filter(([, threshold]) => !threshold.ok)
      .map(([limit]) => `  NOT KEPT        ${metric} ${limit}`),
  );
}

function ms(value) {
  return value === undefined ? '-' : `${Math.round(value)} ms`;
}

function percent(rate) {
  return rate === undefined ? '-' : `${(rate * 100).toFixed(1)} %`;
}
