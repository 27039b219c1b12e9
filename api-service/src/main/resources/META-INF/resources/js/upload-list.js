/** The chosen pictures, sent two at a time; a busy server is asked again after the time that it names. */
import { FileRow } from './file-row.js';
import { watchJob } from './job-watch.js';
import { keepFile } from './kept-files.js';
import { refusalOf, sizeRefusal } from './picture-file.js';
import { Problem } from './problem.js';
import { upload } from './upload.js';
import { duration } from './words.js';

const AT_ONCE = 2;
const BUSY = ['RATE_LIMITED', 'QUEUE_FULL', 'STORAGE_UNAVAILABLE'];
const BUSY_TRIES = 5;

export class UploadList {
  #entries = [];
  #limits;
  #list;
  #options;
  #onChange;

  /** @param options gives the choices of the form at the time of sending */
  constructor(list, limits, options, onChange) {
    this.#list = list;
    this.#limits = limits;
    this.#options = options;
    this.#onChange = onChange;
  }

  /** The pictures that can be sent and are not sent yet. */
  get ready() {
    return this.#entries.filter(({ state }) => state === 'ready');
  }

  get isEmpty() {
    return this.#entries.length === 0;
  }

  async add(file, scale) {
    const entry = { state: 'checking', tries: 0, stop: new AbortController() };
    entry.row = new FileRow(file, { onRemove: () => this.#remove(entry), onRetry: () => this.#retry(entry) });
    this.#entries.push(entry);
    this.#list.append(entry.row.element);
    this.#onChange();
    const problem = await this.#check(entry, scale);
    entry.state = problem ? 'refused' : 'ready';
    if (problem) entry.row.refuse(problem);
    this.#onChange();
  }

  showSizes(scale) {
    this.#entries.filter(({ state }) => state === 'ready').forEach(({ row }) => row.showSize(scale));
  }

  /** Sends all that is ready. A single picture ends on its own page; several stay in the list. */
  async send() {
    const waiting = this.ready;
    const alone = waiting.length === 1 && this.#entries.length === 1;
    waiting.forEach((entry) => this.#becomes(entry, 'waiting', 'Next in line'));
    const lane = async () => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) await this.#sendOne(entry, alone);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  async #check({ row }, scale) {
    const problem = await refusalOf(row.file, this.#limits);
    if (problem) return problem;
    await row.loadThumbnail();
    row.showSize(scale);
    return row.dimensions && sizeRefusal(row.dimensions, this.#limits);
  }

  async #sendOne(entry, alone) {
    const { row, stop } = entry;
    if (stop.signal.aborted) return;
    this.#becomes(entry, 'sending', 'Sending');
    try {
      const { answer, abort } = upload(row.file, this.#options(), (done, speed) => row.showUpload(done, speed));
      stop.signal.addEventListener('abort', abort);
      const job = await answer;
      entry.state = 'sent';
      await keepFile(job.id, row.file);
      if (alone) location.assign(job.links.page);
      else this.#follow(entry, job);
    } catch (problem) {
      if (!stop.signal.aborted) await this.#onProblem(entry, problem, alone);
    }
    this.#onChange();
  }

  async #onProblem(entry, problem, alone) {
    entry.tries += 1;
    if (!BUSY.includes(problem.code) || !problem.retryAfter || entry.tries > BUSY_TRIES) {
      entry.state = 'failed';
      entry.row.fail(problem instanceof Problem ? problem : new Problem({ code: 'INTERNAL' }));
      return;
    }
    entry.row.say(`${problem.headline}. Sent again in ${duration(problem.retryAfter)}.`);
    await new Promise((resolve) => setTimeout(resolve, problem.retryAfter * 1000));
    await this.#sendOne(entry, alone);
  }

  async #follow({ row, stop }, job) {
    row.showJob(job);
    const final = await watchJob(job.id, {
      onJob: (now) => row.showJob(now),
      onTrouble: () => row.say('No connection. Looking again shortly.'),
      held: false,
      signal: stop.signal,
    });
    if (final?.error) row.fail(new Problem(final.error));
  }

  #retry(entry) {
    entry.row.clearFailure();
    entry.tries = 0;
    this.#sendOne(entry, this.#entries.length === 1);
  }

  #remove(entry) {
    entry.stop.abort();
    entry.row.dispose();
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.#onChange();
  }

  #becomes(entry, state, words) {
    entry.state = state;
    entry.row.say(words);
    this.#onChange();
  }
}
