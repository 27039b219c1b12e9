/** What stands around the rows of chosen pictures: sums, sorting, and what is done with all of them. */
import { counted, language, t } from './texts.js';
import { STATES } from './upload-list.js';

const names = new Intl.Collator(language, { numeric: true });
const ORDERS = {
  name: (one, other) => names.compare(one.name, other.name),
  state: (one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || names.compare(one.name, other.name),
};

export class BatchTable {
  #section;
  #uploads;
  #sorted = null;

  /** @param section holds the table and the buttons for all rows */
  constructor(section, uploads) {
    this.#section = section;
    this.#uploads = uploads;
    for (const button of section.querySelectorAll('[data-sort]')) button.addEventListener('click', () => this.#sortBy(button.dataset.sort));
    this.#part('zip').addEventListener('click', () => this.#saveAll());
    this.#part('retry-failed').addEventListener('click', () => uploads.retryFailed());
  }

  render() {
    const { entries, done, retryable } = this.#uploads;
    this.#section.hidden = entries.length === 0;
    this.#part('batch').hidden = entries.length < 2;
    this.#part('zip').hidden = done.length < 2;
    this.#part('retry-failed').hidden = retryable.length < 1;
    this.#tell(entries.length > 1 ? summary(entries) : '');
  }

  async #saveAll() {
    const button = this.#part('zip');
    const { done } = this.#uploads;
    button.disabled = true;
    try {
      const { saveAll } = await import('./all-results.js');
      await saveAll(done, (fetched) => (button.textContent = t('files.zipping', { fetched, all: done.length })));
      button.textContent = t('files.zip');
    } catch (problem) {
      button.textContent = `${problem.headline ?? t('files.zipFailed')} ${t('files.retry')}`;
    }
    button.disabled = false;
  }

  /** The other way round when it is sorted by that already. */
  #sortBy(key) {
    const ascending = !(this.#sorted?.key === key && this.#sorted.ascending);
    this.#sorted = { key, ascending };
    this.#uploads.sort((one, other) => (ascending ? 1 : -1) * ORDERS[key](one, other));
    for (const button of this.#section.querySelectorAll('[data-sort]')) {
      const order = ascending ? 'ascending' : 'descending';
      button.closest('th').setAttribute('aria-sort', button.dataset.sort === key ? order : 'none');
    }
  }

  /** Screen readers hear it when the words change, not at each percent. */
  #tell(words) {
    if (this.#part('summary').textContent !== words) this.#part('summary').textContent = words;
  }

  #part(name) {
    return this.#section.querySelector(`[data-${name}]`);
  }
}

function summary(entries) {
  const count = (...states) => entries.filter(({ state }) => states.includes(state)).length;
  const parts = [
    ['files.done', count('DONE')],
    ['files.failed', count('failed', 'refused')],
  ].filter(([, amount]) => amount > 0);
  return [counted('files.count', entries.length), ...parts.map(([key, amount]) => counted(key, amount))].join(' · ');
}
