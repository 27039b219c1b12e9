/** The start page: choose pictures and options, then send. */
import { addAgain } from './again.js';
import { BatchTable } from './batch-table.js';
import { Compare } from './compare.js';
import { showHistory } from './history.js';
import { ModelCards, chosenScale } from './model-cards.js';
import { counted, t } from './texts.js';
import { UploadList } from './upload-list.js';
import { duration } from './words.js';

const form = document.getElementById('form');
const input = form.elements.image;
const submit = form.querySelector('[data-submit]');
const note = form.querySelector('[data-note]');
const announce = form.querySelector('[data-announce]');
const { maxBytes, maxPixels, maxResultPixels } = form.dataset;
const limits = { bytes: Number(maxBytes), pixels: Number(maxPixels), resultPixels: Number(maxResultPixels) };
const asked = new URLSearchParams(location.search);
const cards = new ModelCards(form, { model: asked.get('model'), scale: asked.get('scale') });
const uploads = new UploadList(form.querySelector('[data-files]'), limits, options, render);
const table = new BatchTable(form.querySelector('[data-chosen]'), uploads);

function render() {
  const { ready, entries } = uploads;
  form.classList.toggle('has-files', entries.length > 0);
  submit.disabled = entries.length > 0 && ready.length === 0;
  submit.textContent = ready.length > 0 ? counted('home.enlargeCount', ready.length) : t('home.enlarge');
  input.required = entries.length === 0;
  cards.showFor(ready.reduce((sum, { dimensions }) => sum + (dimensions ? dimensions.width * dimensions.height : 0), 0));
  form.querySelector('[data-forecast]').textContent = cards.seconds > 0 ? t('home.forecast', { time: duration(Math.max(1, cards.seconds)) }) : '';
  table.render();
}

function add(files) {
  if (files.length === 0) return;
  note.textContent = '';
  announce.textContent = counted('home.added', files.length);
  for (const file of files) uploads.add(file);
}

function options() {
  const { model, format, quality, metadata, ignoreCache } = form.elements;
  const chosen = { model: model.value, scale: chosenScale(form), format: format.value };
  if (format.value !== 'png') chosen.quality = quality.value;
  if (metadata.checked) chosen.metadata = 'keep-basic';
  if (ignoreCache.checked) chosen.ignoreCache = 'true';
  return chosen;
}

function showQuality() {
  const png = form.elements.format.value === 'png';
  form.elements.quality.disabled = png;
  form.querySelector('[data-quality]').textContent = png ? t('home.lossless') : form.elements.quality.value;
}

function acceptDropsAndPastes() {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('is-dragging');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) form.classList.remove('is-dragging');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('is-dragging');
    add([...event.dataTransfer.files]);
  });
  document.addEventListener('paste', (event) => add([...(event.clipboardData?.files ?? [])]));
}

input.multiple = true;
input.addEventListener('change', () => {
  add([...input.files]);
  // So that choosing the same file again is a change, too.
  input.value = '';
});
form.addEventListener('change', () => {
  showQuality();
  uploads.useScale(chosenScale(form));
});
form.elements.quality.addEventListener('input', showQuality);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  uploads.send();
});
acceptDropsAndPastes();
new Compare(document.querySelector('[data-compare]'));
showQuality();
showHistory(document.querySelector('[data-history]'));
if (asked.has('again')) addAgain(asked.get('again'), add, (words) => (note.textContent = words));
form.dataset.ready = '';
