/** One chosen picture in the list: what it is, what becomes of it, and how its upload and its job go. */
import { bytes, percent, pixels, timeLeft } from './words.js';

const template = document.getElementById('file-row');

export class FileRow {
  constructor(file, { onRemove, onRetry }) {
    this.file = file;
    this.dimensions = null;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#find('.file-name').textContent = file.name || 'Pasted picture';
    this.#find('.file-name').title = file.name;
    this.#find('[data-remove]').setAttribute('aria-label', `Remove ${file.name}`);
    this.#find('[data-remove]').addEventListener('click', onRemove);
    this.#find('[data-retry]').addEventListener('click', onRetry);
    this.showSize(null);
  }

  /** Shows the thumbnail and learns width and height; a kind that browsers cannot show gets its name instead. */
  async loadThumbnail() {
    const image = this.#find('img');
    image.src = URL.createObjectURL(this.file);
    try {
      await image.decode();
      this.dimensions = { width: image.naturalWidth, height: image.naturalHeight };
      image.hidden = false;
    } catch {
      image.parentElement.append(this.file.name.split('.').at(-1).slice(0, 4).toUpperCase());
    }
  }

  showSize(scale) {
    const size = this.#find('.file-size');
    size.textContent = bytes(this.file.size);
    if (!this.dimensions || !scale) return;
    const { width, height } = this.dimensions;
    const after = document.createElement('b');
    after.textContent = pixels(width * scale, height * scale);
    size.replaceChildren(`${pixels(width, height)} → `, after, ` · ${bytes(this.file.size)}`);
  }

  showUpload(fraction, bytesPerSecond) {
    this.#progress(fraction);
    const speed = bytesPerSecond > 0 ? ` · ${bytes(Math.round(bytesPerSecond))}/s` : '';
    this.say(fraction < 1 ? `Sending, ${percent(fraction)}${speed}` : 'Sent, being looked at');
  }

  showJob(job) {
    this.#progress(job.state === 'DONE' ? 1 : job.progress);
    const words = {
      QUEUED: 'Waiting for its turn',
      RUNNING: ['Enlarging', percent(job.progress), timeLeft(job.etaSeconds)].filter(Boolean).join(', '),
      DONE: 'Done',
      FAILED: 'Did not work',
      CANCELLED: 'Cancelled',
    };
    this.say(words[job.state]);
    const link = this.#find('[data-open]');
    link.href = job.links.page;
    link.hidden = false;
    link.setAttribute('aria-label', `Open ${this.file.name}`);
  }

  say(words) {
    this.#find('.file-status').textContent = words;
  }

  fail(problem) {
    this.element.classList.add('is-bad');
    this.#find('.progress').hidden = true;
    this.say('');
    const box = this.#find('.file-error');
    box.firstElementChild.textContent = `${problem.headline}.`;
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
    bar.setAttribute('aria-label', this.file.name);
    bar.setAttribute('aria-valuenow', String(Math.floor(fraction * 100)));
    bar.style.setProperty('--done', `${fraction * 100}%`);
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}
