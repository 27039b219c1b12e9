/** The page while the picture is waiting or being worked on. */
import { displayName } from './models.js';
import { percent, pixels, timeLeft } from './words.js';

const panel = document.querySelector('[data-panel="loading"]');
const part = (name) => panel.querySelector(`[data-${name}]`);

/** @returns {string} the state in words */
export function showLoading(job) {
  const words = stateInWords(job);
  if (part('state').textContent !== words) part('state').textContent = words;
  const running = job.state === 'RUNNING';
  part('percent').textContent = running ? percent(job.progress) : '';
  part('left').textContent = running ? timeLeft(job.etaSeconds) : '';
  part('plan').textContent = planOf(job);
  part('cancel').hidden = false;
  part('progress').setAttribute('aria-valuenow', String(Math.floor(job.progress * 100)));
  panel.style.setProperty('--done', `${job.progress * 100}%`);
  showOriginal(job);
  return words;
}

function stateInWords({ state, attempts }) {
  const again = attempts > 1 ? ` (attempt ${attempts})` : '';
  return state === 'QUEUED' ? `Waiting in the queue${again}` : `Enlarging your picture${again}`;
}

function planOf({ source, scale, model }) {
  const { width, height } = source;
  return `${pixels(width, height)} → ${pixels(width * scale, height * scale)} with ${displayName(model)}`;
}

function showOriginal(job) {
  const image = part('waiting-picture');
  if (image.src) return;
  image.onload = () => (image.hidden = false);
  image.src = job.links.original;
}
