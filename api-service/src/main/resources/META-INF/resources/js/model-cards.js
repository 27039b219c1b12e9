/** The choice of model and scale: which scales a model reaches, and how long it would take for what is chosen. */
import { t } from './texts.js';
import { duration, modelName } from './words.js';

export const chosenScale = (form) => Number(form.elements.upscalingOption.value.slice(1));

export class ModelCards {
  #form;
  #pixels = 0;

  /** @param wanted `{model, scale}` to begin with, where the server has them */
  constructor(form, wanted) {
    this.#form = form;
    const asked = this.#cards.find(({ value }) => value === wanted.model);
    if (asked) asked.checked = true;
    if (wanted.scale) form.elements.upscalingOption.value = `x${wanted.scale}`;
    form.addEventListener('change', () => this.#show());
    this.#show();
  }

  /** Tells the times for this many pixels of uploads; for one megapixel while there are none. */
  showFor(pixels) {
    this.#pixels = pixels;
    this.#show();
  }

  /** @returns {number} predicted seconds of work for what is chosen */
  get seconds() {
    return (this.#pixels / 1e6) * secondsOf(this.#chosen, chosenScale(this.#form));
  }

  get #cards() {
    return [...this.#form.querySelectorAll('input[name="model"]')];
  }

  get #chosen() {
    return this.#cards.find(({ checked }) => checked);
  }

  #show() {
    this.#offerScales();
    const scale = chosenScale(this.#form);
    for (const card of this.#cards) {
      const time = duration(Math.max(1, (this.#pixels / 1e6 || 1) * secondsOf(card, scale)));
      const words = t(this.#pixels ? 'model.time' : 'model.timePerMegapixel', { time });
      card.closest('label').querySelector('[data-model-time]').textContent = words;
    }
  }

  #offerScales() {
    const reached = this.#chosen.dataset.scales.split(' ');
    const scales = [...this.#form.elements.upscalingOption];
    for (const radio of scales) {
      radio.disabled = !reached.includes(radio.value.slice(1));
      radio.nextElementSibling.title = radio.disabled ? t('model.scaleLacks', { model: modelName(this.#chosen.value) }) : '';
    }
    if (!scales.find(({ checked }) => checked)?.disabled) return;
    scales.filter(({ disabled }) => !disabled).at(-1).checked = true;
    // The sizes in the list depend on the scale.
    this.#form.dispatchEvent(new Event('change'));
  }
}

/** For a scale that it lacks, the times of its largest are as good as any. */
function secondsOf(card, scale) {
  const times = Object.fromEntries(card.dataset.seconds.split(' ').map((pair) => pair.split(':').map(Number)));
  return times[scale] ?? Math.max(...Object.values(times));
}
