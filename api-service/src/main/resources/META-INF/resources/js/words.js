/** Numbers as people read them, in the language of the page. */
import { language, t } from './texts.js';

const UNITS = ['KiB', 'MiB', 'GiB'];

const number = (digits) => new Intl.NumberFormat(language, { maximumFractionDigits: digits });

export function bytes(count) {
  if (count < 1024) return measured(count, 'byte', 0);
  const power = Math.min(UNITS.length, Math.floor(Math.log(count) / Math.log(1024)));
  const value = count / 1024 ** power;
  return `${number(value < 10 ? 1 : 0).format(value)} ${UNITS[power - 1]}`;
}

export function pixels(width, height) {
  return `${number(0).format(width)} × ${number(0).format(height)}`;
}

export function percent(fraction) {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(Math.floor(fraction * 100) / 100);
}

export function megapixels(count) {
  return number(1).format(count / 1e6);
}

/** How long something takes, rounded to what matters: `7 seconds`, `2 minutes`, `1.5 hours`. */
export function duration(seconds) {
  if (seconds < 1) return t('time.moment');
  if (seconds < 90) return measured(Math.round(seconds), 'second', 0);
  if (seconds < 5400) return measured(Math.round(seconds / 60), 'minute', 0);
  return measured(seconds / 3600, 'hour', 1);
}

export function timeLeft(seconds) {
  if (seconds === null || seconds === undefined) return '';
  return seconds < 2 ? t('time.almost') : t('time.left', { time: duration(seconds) });
}

export function date(milliseconds) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

/** `real-esrgan-photo` as `Real-ESRGAN photo`. */
export function modelName(id) {
  return id.replace('real-esrgan', 'Real-ESRGAN').replace(/^esrgan/, 'ESRGAN').replace('ESRGAN-', 'ESRGAN ');
}

function measured(value, unit, digits) {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(value);
}
