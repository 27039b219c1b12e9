/** The choosers of model and scale, filled from what this server has. */
import { fetchModels } from './api.js';

const DEFAULT_MODEL = 'esrgan-slim';

/** @param wanted `{model, scale}` to begin with, where the server has them */
export async function fillChoosers(form, wanted) {
  const models = await fetchModels();
  const select = form.elements.model;
  select.replaceChildren(...models.map(({ id }) => new Option(displayName(id), id)));
  select.value = models.some(({ id }) => id === wanted.model) ? wanted.model : DEFAULT_MODEL;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  if (wanted.scale) form.elements.upscalingOption.value = `x${wanted.scale}`;
  const show = () => showModel(form, models.find(({ id }) => id === select.value), models);
  form.addEventListener('change', show);
  show();
}

/** `real-esrgan-photo` as `Real-ESRGAN photo`. */
export function displayName(id) {
  return id.replace('real-esrgan', 'Real-ESRGAN').replace('esrgan', 'ESRGAN').replace(/ESRGAN-/, 'ESRGAN ');
}

export const chosenScale = (form) => Number(form.elements.upscalingOption.value.slice(1));

function showModel(form, model, models) {
  const scales = [...form.elements.upscalingOption];
  for (const radio of scales) {
    const reached = model.scales.includes(Number(radio.value.slice(1)));
    radio.disabled = !reached;
    radio.nextElementSibling.title = reached ? '' : `${displayName(model.id)} does not reach this scale`;
  }
  if (scales.find((radio) => radio.checked)?.disabled !== false) {
    scales.filter((radio) => !radio.disabled).at(-1).checked = true;
    // The sizes in the list depend on the scale.
    form.dispatchEvent(new Event('change'));
  }
  form.querySelector('[data-model-description]').textContent = model.description;
  form.querySelector('[data-model-facts]').textContent = `Licence ${model.licence} · ${workInWords(model, models, chosenScale(form))}`;
}

/** How a model's work compares with the fastest that this server has for the same scale. */
function workInWords(model, models, scale) {
  const least = Math.min(...models.map((other) => workFor(other, scale)));
  const times = Math.round(workFor(model, scale) / least);
  return times > 1 ? `${times} times the work of the fastest model` : 'the fastest model';
}

/** The next larger native scale does the work of a scale that the model lacks. */
function workFor({ cost }, scale) {
  const able = cost.filter((file) => file.scale >= scale).map((file) => file.gflopPerMegapixel);
  return able.length > 0 ? Math.min(...able) : Infinity;
}
