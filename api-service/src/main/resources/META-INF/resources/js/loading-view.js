/** The page while the picture is waiting or being worked on. */
import { placeOf } from './queue-place.js';
import { t } from './texts.js';
import { modelName, percent, pixels, timeLeft } from './words.js';

const panel = document.querySelector('[data-panel="loading"]');
const part = (name) => panel.querySelector(`[data-${name}]`);

/** @returns {string} the state in words */
export function showLoading(job) {
  const words = stateInWords(job);
  if (part('state').textContent !== words) part('state').textContent = words;
  part('percent').textContent = job.state === 'RUNNING' ? percent(job.progress) : placeOf(job);
  part('left').textContent = timeLeft(job.etaSeconds);
  part('plan').textContent = planOf(job);
  part('cancel').hidden = false;
  part('progress').setAttribute('aria-valuenow', String(Math.floor(job.progress * 100)));
  panel.style.setProperty('--done', `${job.progress * 100}%`);
  showOriginal(job);
  return words;
}

function stateInWords({ state, attempts }) {
  const words = t(state === 'QUEUED' ? 'loading.queued' : 'loading.running');
  return attempts > 1 ? t('loading.attempt', { words, attempts }) : words;
}

function planOf({ source, scale, model }) {
  const { width, height } = source;
  return t('loading.plan', { before: pixels(width, height), after: pixels(width * scale, height * scale), model: modelName(model) });
}

function showOriginal(job) {
  const image = part('waiting-picture');
  if (image.src) return;
  image.onload = () => (image.hidden = false);
  image.src = job.links.original;
}
