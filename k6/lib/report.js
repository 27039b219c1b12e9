// The figures of a run as one page that needs nothing else, for people who were not there.

const PAGE_STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{padding:.3rem .6rem;border-bottom:1px solid #8888;text-align:right}' +
  'th:first-child,td:first-child{text-align:left}.crossed{font-weight:bold}';

const TREND = ['min', 'med', 'avg', 'p(90)', 'p(95)', 'max'];

/** The page's HTML. */
export function report(name, data) {
  const metrics = Object.entries(data.metrics).sort(([one], [other]) => one.localeCompare(other));
  const trends = metrics.filter(([, metric]) => metric.type === 'trend');
  const others = metrics.filter(([, metric]) => metric.type !== 'trend');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(name)}</title><style>${PAGE_STYLE}</style>
<h1>${escape(name)}</h1>
<h2>Thresholds</h2>${table(['threshold', 'kept'], thresholds(metrics))}
<h2>Times</h2>${table(['', ...TREND], trends.map(([metric, { values, contains }]) => [metric, ...TREND.map((key) => figure(values[key], contains))]))}
<h2>Counts and rates</h2>${table(['', 'values'], others.map(([metric, { values }]) => [metric, Object.entries(values).map(([key, value]) => `${key} ${figure(value)}`).join(', ')]))}
</html>
`;
}

function thresholds(metrics) {
  return metrics.flatMap(([metric, { thresholds: limits = {} }]) =>
    Object.entries(limits).map(([limit, { ok }]) => [`${metric} ${limit}`, ok ? 'yes' : 'NO']),
  );
}

function table(heads, rows) {
  const line = (cells, tag) => cells.map((cell) => `<${tag}>${escape(String(cell))}</${tag}>`).join('');
  const body = rows.map((cells) => `<tr${cells.includes('NO') ? ' class="crossed"' : ''}>${line(cells, 'td')}</tr>`).join('');
  return `<table><thead><tr>${line(heads, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

function figure(value, contains) {
  if (value === undefined) {
    return '-';
  }
  return contains === 'time' ? `${Math.round(value)} ms` : String(Math.round(value * 1000) / 1000);
}

function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
