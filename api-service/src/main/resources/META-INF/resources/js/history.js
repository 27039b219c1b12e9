/** The pictures that were sent from this browser, with what leads back to them. */
import { deleteJob, previewUrl } from './api.js';
import { forgetAllPictures, forgetPicture, keptPictures } from './kept-pictures.js';
import { t } from './texts.js';
import { date, modelName, pixels } from './words.js';

const template = document.getElementById('history-item');
const THUMBNAIL_WIDTH = 320;

export async function showHistory(section) {
  const list = section.querySelector('[data-history-list]');
  section.querySelector('[data-forget-all]').addEventListener('click', async () => {
    if (!window.confirm(t('history.forgetAllSure'))) return;
    await forgetAllPictures();
    list.replaceChildren();
    section.hidden = true;
  });
  const pictures = await keptPictures();
  list.replaceChildren(...pictures.map((picture) => item(picture, section)));
  section.hidden = pictures.length === 0;
}

function item(picture, section) {
  const element = template.content.firstElementChild.cloneNode(true);
  const link = element.querySelector('[data-open]');
  link.href = `/result/${picture.jobId}?name=${encodeURIComponent(picture.name)}`;
  const image = element.querySelector('img');
  image.addEventListener('error', () => image.classList.add('is-missing'));
  image.src = picture.thumbnail ? URL.createObjectURL(picture.thumbnail) : previewUrl(picture.jobId, THUMBNAIL_WIDTH);
  element.querySelector('.history-name').textContent = picture.name;
  element.querySelector('.history-facts').textContent = factsOf(picture);
  const remove = element.querySelector('[data-remove]');
  remove.setAttribute('aria-label', t('history.delete', { name: picture.name }));
  remove.addEventListener('click', () => erase(picture, element, section));
  return element;
}

function factsOf({ width, height, scale, model, at }) {
  const size = width ? `${pixels(width, height)} → ${pixels(width * scale, height * scale)}` : `${scale}×`;
  return [size, modelName(model), date(at)].join(' · ');
}

/** Gone from this list and from the server. */
async function erase({ jobId, name }, element, section) {
  if (!window.confirm(t('history.deleteSure', { name }))) return;
  try {
    await deleteJob(jobId);
  } catch (problem) {
    element.querySelector('.history-facts').textContent = `${t('erase.failed')} ${problem.advice}`;
    return;
  }
  await forgetPicture(jobId);
  const next = element.nextElementSibling ?? element.previousElementSibling;
  element.remove();
  section.hidden = next === null;
  next?.querySelector('[data-remove]').focus();
}
