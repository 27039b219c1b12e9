/** Shows a job's progress where a tab in the background shows it: in the title and the icon. */
import { t } from './texts.js';
import { percent } from './words.js';

const icon = document.querySelector('link[rel="icon"]');
const ROUND = 2 * Math.PI * 12;

export function showInTab(job) {
  showTitle(job.state === 'RUNNING' ? percent(job.progress) : t(`state.${job.state}`));
  icon.href = job.state === 'RUNNING' || job.state === 'QUEUED' ? ring(job.progress) : '/favicon.svg';
}

export function showTitle(words) {
  document.title = `${words} · AI Upscale`;
}

function ring(fraction) {
  const circle = (colour, length) =>
    `<circle cx="16" cy="16" r="12" fill="none" stroke="${colour}" stroke-width="7" stroke-dasharray="${length} ${ROUND}" transform="rotate(-90 16 16)"/>`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${circle('#9fb5b3', ROUND)}${circle('#12877a', fraction * ROUND)}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
