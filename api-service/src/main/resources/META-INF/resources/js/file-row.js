/** One chosen picture in the table: what it is, what becomes of it, and how its upload and its job go. */
import { placeOf } from './queue-place.js';
import { t } from './texts.js';
import { bytes, percent, pixels, timeLeft } from './words.js';

const template = document.getElementById('file-row');

export class FileRow {
  constructor(file, { onRemove, onRetry }) {
    this.file = file;
    this.name = file.name || t('files.pasted');
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#find('.file-name').textContent = this.name;
    this.#find('.file-name').title = this.name;
    this.#find('[data-remove]').setAttribute('aria-label', t('files.remove', { name: this.name }));
    this.#find('[data-remove]').addEventListener('click', onRemove);
    this.#find('[data-retry]').setAttribute('aria-label', t('files.retryOne', { name: this.name }));
    this.#find('[data-retry]').addEventListener('click', onRetry);
    this.showSize(null, 1);
  }

  /** @param thumbnail null for a kind that browsers cannot show, which gets its name instead */
  showThumbnail(thumbnail) {
    const image = this.#find('img');
    if (thumbnail) {
      image.src = URL.createObjectURL(thumbnail);
      image.hidden = false;
    } else image.parentElement.append(this.name.split('.').at(-1).slice(0, 4).toUpperCase());
  }

  showSize(dimensions, scale) {
    const size = this.#find('.file-size');
    size.textContent = bytes(this.file.size);
    if (!dimensions) return;
    const { width, height } = dimensions;
    const after = document.createElement('b');
    after.textContent = pixels(width * scale, height * scale);
    size.replaceChildren(`${pixels(width, height)} → `, after, ` · ${bytes(this.file.size)}`);
  }

  showUpload(fraction, bytesPerSecond) {
    this.#progress(fraction);
    const speed = bytes(Math.round(bytesPerSecond));
    this.say(fraction < 1 ? t('files.sending', { percent: percent(fraction), speed }) : t('files.sent'));
  }

  showJob(job) {
    this.#progress(job.state === 'DONE' ? 1 : job.progress);
    const words = t(`state.${job.state}`);
    const further = {
      QUEUED: [placeOf(job), timeLeft(job.etaSeconds)],
      RUNNING: [percent(job.progress), timeLeft(job.etaSeconds)],
    }[job.state] ?? [];
    this.say([words, ...further].filter(Boolean).join(' · '));
    const link = this.#find('[data-open]');
    link.href = job.links.page;
    link.hidden = false;
    link.setAttribute('aria-label', t('files.openOne', { name: this.name }));
  }

  say(words) {
    this.#find('.file-status').textContent = words;
  }

  fail(problem) {
    this.element.classList.add('is-bad');
    this.#find('.progress').hidden = true;
    this.say('');
    const box = this.#find('.file-error');
    box.firstElementChild.textContent = problem.headline;
    box.lastElementChild.textContent = [problem.detail, problem.advice].filter(Boolean).join(' ');
    box.hidden = false;
    this.#find('[data-retry]').hidden = !problem.retryable;
  }

  /** A failure that sending again cannot change. */
  refuse(problem) {
    this.fail(problem);
    this.#find('[data-retry]').hidden = true;
  }

  clearFailure() {
    this.element.classList.remove('is-bad');
    this.#find('.file-error').hidden = true;
    this.#find('[data-retry]').hidden = true;
  }

  dispose() {
    URL.revokeObjectURL(this.#find('img').src);
    this.element.remove();
  }

  #progress(fraction) {
    const bar = this.#find('.progress');
    bar.hidden = false;
    bar.setAttribute('aria-label', this.name);
    bar.setAttribute('aria-valuenow', String(Math.floor(fraction * 100)));
    bar.style.setProperty('--done', `${fraction * 100}%`);
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}
