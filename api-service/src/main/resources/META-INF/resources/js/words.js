/** Numbers as people read them. */

export function bytes(count) {
  if (count < 1024) return `${count} bytes`;
  const units = ['KiB', 'MiB', 'GiB'];
  let value = count / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function pixels(width, height) {
  return `${width.toLocaleString('en')} × ${height.toLocaleString('en')}`;
}

export function percent(fraction) {
  return `${Math.floor(fraction * 100)} %`;
}

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** How long something takes, rounded to what matters: `7 seconds`, `2 minutes`, `1.5 hours`. */
export function duration(seconds) {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return plural(Math.round(seconds), 'second');
  if (seconds < 5400) return plural(Math.round(seconds / 60), 'minute');
  return `${(seconds / 3600).toFixed(1)} hours`;
}

export function timeLeft(seconds) {
  if (seconds === null || seconds === undefined) return '';
  return seconds < 2 ? 'only a moment left' : `about ${duration(seconds)} left`;
}
