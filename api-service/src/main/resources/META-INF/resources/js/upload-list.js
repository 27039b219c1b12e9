/** The chosen pictures, sent two at a time; a busy server is asked again after the time that it names. */
import { isFinal } from './api.js';
import { FileRow } from './file-row.js';
import { watchJob } from './job-watch.js';
import { keepPicture } from './kept-pictures.js';
import { refusalOf, sizeRefusal } from './picture-file.js';
import { Problem } from './problem.js';
import { t } from './texts.js';
import { lookAt } from './thumbnail.js';
import { upload } from './upload.js';
import { duration } from './words.js';

const AT_ONCE = 2;
const BUSY = ['RATE_LIMITED', 'QUEUE_FULL', 'STORAGE_UNAVAILABLE'];
const BUSY_TRIES = 5;
/** Milliseconds between two looks at a job, for each job that is looked at: 50 jobs are ten requests a second. */
const REST_EACH_MS = 100;
const LEAST_REST_MS = 1500;

/** The order in which the table sorts states: what needs a hand first, then what moves. */
export const STATES = ['refused', 'failed', 'sending', 'RUNNING', 'QUEUED', 'waiting', 'checking', 'ready', 'DONE'];

export class UploadList {
  #entries = [];
  #limits;
  #list;
  #options;
  #onChange;
  #checking = Promise.resolve();

  /**
   * @param limits `{bytes, pixels, resultPixels}`
   * @param options gives the choices of the form at the time of sending
   */
  constructor(list, limits, options, onChange) {
    this.#list = list;
    this.#limits = limits;
    this.#options = options;
    this.#onChange = onChange;
  }

  /** All of them, as `{name, state, size, dimensions, job, row}`. */
  get entries() {
    return this.#entries;
  }

  /** The pictures that can be sent and are not sent yet. */
  get ready() {
    return this.#in('ready');
  }

  get done() {
    return this.#in('DONE').map(({ job }) => job);
  }

  get retryable() {
    return this.#in('failed').filter(({ problem }) => problem.retryable);
  }

  add(file) {
    const entry = { state: 'checking', tries: 0, size: file.size, dimensions: null, job: null, stop: new AbortController() };
    entry.row = new FileRow(file, { onRemove: () => this.#remove(entry), onRetry: () => this.#retry(entry) });
    entry.name = entry.row.name;
    this.#entries.push(entry);
    this.#list.append(entry.row.element);
    this.#onChange();
    // One after the other: fifty pictures decoded at a time are more than a phone has memory for.
    this.#checking = this.#checking.then(() => this.#check(entry));
  }

  /** Shows sizes for the scale that is chosen now, and refuses what it would make too large. */
  useScale(scale) {
    for (const entry of this.#entries) {
      if (entry.state === 'ready' || (entry.state === 'refused' && entry.dimensions)) this.#judge(entry, scale);
    }
    this.#onChange();
  }

  /** Sends all that is ready. A single picture ends on its own page; several stay in the list. */
  async send() {
    const waiting = this.ready;
    const alone = waiting.length === 1 && this.#entries.length === 1;
    waiting.forEach((entry) => this.#becomes(entry, 'waiting', t('files.waiting')));
    const lane = async () => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) await this.#sendOne(entry, alone);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  /** Sends what failed once more, all but what can never succeed. */
  async retryFailed() {
    const failed = this.retryable;
    failed.forEach((entry) => this.#becomes(entry, 'waiting', t('files.waiting')));
    for (const entry of failed) await this.#retry(entry);
  }

  /** Brings the rows into the order of `compare`, which takes two entries. */
  sort(compare) {
    this.#entries.sort(compare);
    this.#list.append(...this.#entries.map(({ row }) => row.element));
  }

  #in(state) {
    return this.#entries.filter((entry) => entry.state === state);
  }

  async #check(entry) {
    const problem = await refusalOf(entry.row.file, this.#limits);
    if (problem) return this.#refuse(entry, problem);
    const seen = await lookAt(entry.row.file);
    entry.row.showThumbnail(seen?.thumbnail ?? null);
    entry.thumbnail = seen?.thumbnail;
    entry.dimensions = seen && { width: seen.width, height: seen.height };
    return this.#judge(entry, this.#options().scale);
  }

  #judge(entry, scale) {
    entry.row.showSize(entry.dimensions, scale);
    const problem = entry.dimensions && sizeRefusal(entry.dimensions, scale, this.#limits);
    if (problem) return this.#refuse(entry, problem);
    entry.row.clearFailure();
    return this.#becomes(entry, 'ready', '');
  }

  #refuse(entry, problem) {
    entry.problem = problem;
    entry.state = 'refused';
    entry.row.refuse(problem);
    this.#onChange();
  }

  async #sendOne(entry, alone) {
    const { row, stop } = entry;
    if (stop.signal.aborted) return;
    this.#becomes(entry, 'sending', t('files.sendingFirst'));
    try {
      const options = this.#options();
      const { answer, abort } = upload(row.file, options, (done, speed) => row.showUpload(done, speed));
      stop.signal.addEventListener('abort', abort);
      const job = await answer;
      await keepPicture(this.#kept(entry, job), row.file);
      if (alone) location.assign(job.links.page);
      else this.#follow(entry, job);
    } catch (problem) {
      if (!stop.signal.aborted) await this.#onProblem(entry, problem, alone);
    }
  }

  #kept({ name, thumbnail }, { id: jobId, source: { width, height }, scale, model }) {
    return { jobId, name, width, height, scale, model, thumbnail };
  }

  async #onProblem(entry, problem, alone) {
    entry.tries += 1;
    if (!BUSY.includes(problem.code) || !problem.retryAfter || entry.tries > BUSY_TRIES) {
      this.#fail(entry, problem instanceof Problem ? problem : new Problem({ code: 'INTERNAL' }));
      return;
    }
    entry.row.say(t('files.busy', { headline: problem.headline, time: duration(problem.retryAfter) }));
    await new Promise((resolve) => setTimeout(resolve, problem.retryAfter * 1000));
    await this.#sendOne(entry, alone);
  }

  #fail(entry, problem) {
    entry.problem = problem;
    entry.state = 'failed';
    entry.row.fail(problem);
    this.#onChange();
  }

  async #follow(entry, first) {
    const show = (job) => {
      entry.job = job;
      entry.state = job.state;
      entry.row.showJob(job);
      this.#onChange();
    };
    show(first);
    const final = await watchJob(first.id, {
      onJob: show,
      onTrouble: () => entry.row.say(t('files.trouble')),
      held: false,
      rest: () => Math.max(LEAST_REST_MS, REST_EACH_MS * this.#entries.filter(isFollowed).length),
      signal: entry.stop.signal,
    });
    if (entry.stop.signal.aborted || final?.state === 'DONE') return;
    this.#fail(entry, new Problem(final?.error ?? { code: 'JOB_NOT_FOUND' }));
  }

  #retry(entry) {
    entry.row.clearFailure();
    entry.tries = 0;
    return this.#sendOne(entry, this.#entries.length === 1);
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

function isFollowed({ job }) {
  return job !== null && !isFinal(job);
}
