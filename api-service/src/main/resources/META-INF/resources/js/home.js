/** The start page: choose pictures and options, then send. */
import { Compare } from './compare.js';
import { addAgain } from './again.js';
import { chosenScale, fillChoosers } from './models.js';
import { UploadList } from './upload-list.js';
import { plural } from './words.js';

const form = document.getElementById('form');
const input = form.elements.image;
const submit = form.querySelector('[data-submit]');
const note = form.querySelector('[data-note]');
const announce = form.querySelector('[data-announce]');
const list = form.querySelector('[data-files]');
const limits = { bytes: Number(form.dataset.maxBytes), pixels: Number(form.dataset.maxPixels) };
const uploads = new UploadList(list, limits, options, render);

function render() {
  const count = uploads.ready.length;
  list.hidden = uploads.isEmpty;
  form.classList.toggle('has-files', !uploads.isEmpty);
  submit.disabled = !uploads.isEmpty && count === 0;
  submit.textContent = count > 0 ? `Enlarge ${plural(count, 'picture')}` : 'Enlarge';
  input.required = uploads.isEmpty;
}

function add(files) {
  if (files.length === 0) return;
  note.textContent = '';
  announce.textContent = `${plural(files.length, 'picture')} added`;
  for (const file of files) uploads.add(file, chosenScale(form));
}

function options() {
  const { model, format, quality, metadata, ignoreCache } = form.elements;
  const chosen = { model: model.value, scale: chosenScale(form), format: format.value };
  if (format.value !== 'png') chosen.quality = quality.value;
  if (metadata.checked) chosen.metadata = 'keep-basic';
  if (ignoreCache.checked) chosen.ignoreCache = 'true';
  return chosen;
}

function onChoice() {
  const png = form.elements.format.value === 'png';
  form.elements.quality.disabled = png;
  form.querySelector('[data-quality]').textContent = png ? 'lossless' : form.elements.quality.value;
  uploads.showSizes(chosenScale(form));
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
form.querySelectorAll('[data-needs-script]').forEach((part) => (part.disabled = false));
input.addEventListener('change', () => {
  add([...input.files]);
  // So that choosing the same file again is a change, too.
  input.value = '';
});
form.addEventListener('change', onChoice);
form.elements.quality.addEventListener('input', onChoice);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  uploads.send();
});
acceptDropsAndPastes();
document.querySelectorAll('[data-compare]').forEach((frame) => new Compare(frame));

const asked = new URLSearchParams(location.search);
fillChoosers(form, { model: asked.get('model'), scale: asked.get('scale') }).catch((problem) => {
  form.querySelector('[data-model-description]').textContent = `The list of models did not load: ${problem.advice}`;
});
if (asked.has('again')) addAgain(asked.get('again'), add, (words) => (note.textContent = words));
