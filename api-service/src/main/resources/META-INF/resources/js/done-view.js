/** The page when the picture is done: compare, download, facts. */
import { jobUrl } from './api.js';
import { Compare } from './compare.js';
import { displayName } from './models.js';
import { bytes, duration, pixels } from './words.js';

const panel = document.querySelector('[data-panel="done"]');
const frame = panel.querySelector('[data-compare]');
const part = (name) => panel.querySelector(`[data-${name}]`);

/** Beyond this many pixels browsers refuse a picture or fall over: a large preview stands in at 1:1. */
const MOST_SHOWN_PIXELS = 64e6;
const LARGEST_PREVIEW_WIDTH = 2048;
const PREVIEW_STEP = 320;

export function showDone(job) {
  const { result, links } = job;
  part('factor').textContent = `${job.scale} times as large`;
  part('name').textContent = ownName() ?? job.uploadName ?? '';
  frame.style.setProperty('--ratio', String(result.width / result.height));
  part('before').src = links.original;
  part('after').src = previewUrl(job, frameWidth());
  part('download').href = links.result + (ownName() === null ? '' : `?name=${encodeURIComponent(ownName())}`);
  part('download').textContent = `Download ${result.format.toUpperCase()}, ${bytes(result.bytes)}`;
  part('again').href = `/?again=${job.id}&model=${encodeURIComponent(job.model)}&scale=${job.scale}`;
  part('copy').addEventListener('click', copyLink);
  part('facts').replaceChildren(...factsOf(job).map(fact));
  part('notes').replaceChildren(...[...job.notes, job.engine].filter(Boolean).map((note) => element('li', note)));
  offerZoom(job, new Compare(frame));
}

/** The name under which this visitor sent the picture, where somebody had sent it before. */
function ownName() {
  return new URLSearchParams(location.search).get('name');
}

function offerZoom(job, compare) {
  const buttons = [...panel.querySelectorAll('[data-zoom]')];
  const show = (zoom) => {
    if (zoom === 'actual') {
      compare.showActualSize(job.result.width, job.result.height);
      loadFullSize(job);
    } else compare.showFitted();
    for (const button of buttons) {
      button.classList.toggle('active', button.dataset.zoom === zoom);
      button.setAttribute('aria-pressed', String(button.dataset.zoom === zoom));
    }
  };
  buttons.forEach((button) => button.addEventListener('click', () => show(button.dataset.zoom)));
  frame.addEventListener('dblclick', () => show(compare.isActualSize ? 'fit' : 'actual'));
}

/** The preview stays in view until the full picture is there. */
async function loadFullSize(job) {
  const { result, links } = job;
  const url = result.width * result.height <= MOST_SHOWN_PIXELS ? links.result : previewUrl(job, LARGEST_PREVIEW_WIDTH);
  const full = new Image();
  full.src = url;
  frame.classList.add('is-loading');
  await full.decode().then(() => (part('after').src = full.src), () => {});
  frame.classList.remove('is-loading');
}

/** Steps, so that windows of about the same size share a cached preview. */
function previewUrl({ id, result }, wanted) {
  const width = Math.min(result.width, LARGEST_PREVIEW_WIDTH, Math.ceil(wanted / PREVIEW_STEP) * PREVIEW_STEP);
  return `${jobUrl(id)}/preview?width=${width}`;
}

function frameWidth() {
  return document.documentElement.clientWidth * (window.devicePixelRatio || 1);
}

function factsOf({ source, result, model, startedAt, finishedAt }) {
  const facts = [
    ['Before', pixels(source.width, source.height)],
    ['After', pixels(result.width, result.height)],
    ['Size', `${bytes(source.bytes)} → ${bytes(result.bytes)}`],
    ['Model', displayName(model)],
  ];
  if (startedAt && finishedAt) facts.push(['Work', duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)]);
  return facts;
}

/** A name and its value in a `div`, which `dl` allows and the grid needs. */
function fact([name, value]) {
  const group = document.createElement('div');
  group.append(element('dt', name), element('dd', value));
  return group;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

async function copyLink({ currentTarget: button }) {
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = 'Copied';
  } catch {
    // Only a secure page may write to the clipboard; elsewhere the link is shown to be copied by hand.
    window.prompt('The link to this picture', location.href);
  }
}
