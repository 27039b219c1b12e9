/** The page when the picture is done: compare, download, facts. */
import { previewUrl } from './api.js';
import { Compare } from './compare.js';
import { offerCopies } from './copy.js';
import { t } from './texts.js';
import { bytes, duration, modelName, pixels } from './words.js';

const panel = document.querySelector('[data-panel="done"]');
const frame = panel.querySelector('[data-compare]');
const part = (name) => panel.querySelector(`[data-${name}]`);

/** Beyond this many pixels browsers refuse a picture or fall over: a large preview stands in at 1:1. */
const MOST_SHOWN_PIXELS = 64e6;
const LARGEST_PREVIEW_WIDTH = 2048;
const PREVIEW_STEP = 320;

export function showDone(job) {
  const { result, links } = job;
  part('factor').textContent = t('result.times', { scale: job.scale });
  part('name').textContent = ownName() ?? job.uploadName ?? '';
  frame.style.setProperty('--ratio', String(result.width / result.height));
  part('before').src = links.original;
  part('after').src = previewOf(job, frameWidth());
  part('download').href = links.result + (ownName() === null ? '' : `?name=${encodeURIComponent(ownName())}`);
  part('download').textContent = t('result.downloadAs', { format: result.format.toUpperCase(), size: bytes(result.bytes) });
  part('again').href = againUrl(job);
  part('facts').replaceChildren(...factsOf(job).map(fact));
  part('notes').replaceChildren(...[...job.notes, job.engine].filter(Boolean).map((note) => element('li', note)));
  offerCopies(panel, job);
  offerZoom(job, new Compare(frame));
}

export function againUrl({ id, model, scale }) {
  return `/?again=${id}&model=${encodeURIComponent(model)}&scale=${scale}`;
}

/** The name under which this visitor sent the picture, where somebody had sent it before. */
function ownName() {
  return new URLSearchParams(location.search).get('name');
}

function offerZoom(job, compare) {
  const { width, height } = job.result;
  const buttons = [...panel.querySelectorAll('[data-zoom]')];
  const work = { out: () => compare.zoomOut(), fit: () => compare.showFitted(), actual: () => compare.showActualSize(), in: () => compare.zoomIn() };
  let full = null;
  compare.zoomable(width, height, ({ fitted, actual }) => {
    if (!fitted) full ??= loadFullSize(job);
    for (const button of buttons.filter((one) => one.hasAttribute('aria-pressed'))) {
      const pressed = button.dataset.zoom === 'fit' ? fitted : actual;
      button.classList.toggle('active', pressed);
      button.setAttribute('aria-pressed', String(pressed));
    }
  });
  buttons.forEach((button) => button.addEventListener('click', work[button.dataset.zoom]));
}

/** The preview stays in view until the full picture is there. */
async function loadFullSize(job) {
  const { result, links } = job;
  const full = new Image();
  full.src = result.width * result.height <= MOST_SHOWN_PIXELS ? links.result : previewOf(job, LARGEST_PREVIEW_WIDTH);
  part('loading').hidden = false;
  await full.decode().then(() => (part('after').src = full.src), () => {});
  part('loading').hidden = true;
}

/** Steps, so that windows of about the same size share a cached preview. */
function previewOf({ id, result }, wanted) {
  return previewUrl(id, Math.max(16, Math.min(result.width, LARGEST_PREVIEW_WIDTH, Math.ceil(wanted / PREVIEW_STEP) * PREVIEW_STEP)));
}

function frameWidth() {
  return document.documentElement.clientWidth * (window.devicePixelRatio || 1);
}

function factsOf({ source, result, model, startedAt, finishedAt }) {
  const facts = [
    ['fact.before', pixels(source.width, source.height)],
    ['fact.after', pixels(result.width, result.height)],
    ['fact.bytes', `${bytes(source.bytes)} → ${bytes(result.bytes)}`],
    ['fact.model', modelName(model)],
  ];
  if (startedAt && finishedAt) facts.push(['fact.time', duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)]);
  return facts;
}

/** A name and its value in a `div`, which `dl` allows and the grid needs. */
function fact([key, value]) {
  const group = document.createElement('div');
  const words = element('dd', value);
  words.dataset.fact = key.split('.')[1];
  group.append(element('dt', t(key)), words);
  return group;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
