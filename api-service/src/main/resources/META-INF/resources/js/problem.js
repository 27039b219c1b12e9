/** What went wrong, for people: a headline and what to do about it, for each error code of the API. */
import { t } from './texts.js';

/** Whether sending the same again, or with other choices, can help. */
const RETRYABLE = {
  IMAGE_MISSING: true,
  IMAGE_EMPTY: false,
  OPTION_INVALID: true,
  UNAUTHENTICATED: false,
  JOB_NOT_FOUND: false,
  JOB_NOT_DONE: true,
  IMAGE_TOO_LARGE: true,
  UNSUPPORTED_MEDIA_TYPE: false,
  IMAGE_CORRUPT: false,
  RATE_LIMITED: true,
  QUEUE_FULL: true,
  STORAGE_UNAVAILABLE: true,
  INTERNAL: true,
  MODEL_FAILED: true,
  WORKER_LOST: true,
  TIMED_OUT: true,
  CONNECTION_LOST: true,
};

const CODE_OF_STATUS = { 401: 'UNAUTHENTICATED', 404: 'JOB_NOT_FOUND', 413: 'IMAGE_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 429: 'RATE_LIMITED', 503: 'QUEUE_FULL' };

/** A refusal by the API, or by the network on the way to it. */
export class Problem extends Error {
  constructor({ code, detail = '', retryAfter = null }) {
    super(detail || code);
    const known = code in RETRYABLE ? code : 'INTERNAL';
    const headline = t(`problem.${known}.headline`);
    const advice = t(`problem.${known}.advice`);
    Object.assign(this, { code, detail, retryAfter, headline, advice, retryable: RETRYABLE[known] });
  }

  /** From a status and a body that should be problem+json but may come from a proxy on the way. */
  static fromAnswer(status, text, retryAfter) {
    let body = {};
    try {
      body = JSON.parse(text);
    } catch {
      // A proxy's own page: the status has to do.
    }
    const code = body.code ?? CODE_OF_STATUS[status] ?? 'INTERNAL';
    const seconds = Number.parseInt(retryAfter ?? '', 10);
    return new Problem({ code, detail: body.detail ?? '', retryAfter: Number.isNaN(seconds) ? null : seconds });
  }
}
