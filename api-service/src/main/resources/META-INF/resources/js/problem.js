/** What went wrong, for people: a headline and what to do about it, for each error code of the API. */

const ADVICE = {
  IMAGE_MISSING: ['No picture arrived', 'Choose a picture and send it again.', true],
  IMAGE_EMPTY: ['The file is empty', 'Check that the file opens on your device, then choose it again.', false],
  OPTION_INVALID: ['One of the choices is not possible', 'Change it and try again.', true],
  UNAUTHENTICATED: ['This server wants to know who you are', 'Ask its operator for access.', false],
  JOB_NOT_FOUND: ['This picture is not here', 'It may have been deleted. Send it again.', false],
  JOB_NOT_DONE: ['The picture is not ready yet', 'Give it a moment.', true],
  IMAGE_TOO_LARGE: ['The picture is too large', 'Make it smaller, or choose a smaller scale.', true],
  UNSUPPORTED_MEDIA_TYPE: ['This is not a picture we can read', 'Save it as JPEG, PNG, WebP, GIF, BMP or TIFF.', false],
  IMAGE_CORRUPT: ['The picture is damaged', 'Open it on your device, save it anew, and send that file.', false],
  RATE_LIMITED: ['That was a lot at once', 'Wait a little and try again.', true],
  QUEUE_FULL: ['Many people are waiting just now', 'Try again in a minute. Nothing was lost.', true],
  STORAGE_UNAVAILABLE: ['Our storage does not answer', 'Try again in a minute.', true],
  INTERNAL: ['Something broke on our side', 'Try again. If it stays, tell the operator the number below.', true],
  MODEL_FAILED: ['The model could not finish this picture', 'Try again with another model.', true],
  WORKER_LOST: ['The computer at work went away too often', 'Try again, perhaps with a smaller scale.', true],
  TIMED_OUT: ['This took longer than allowed', 'Try a faster model or a smaller scale.', true],
  CONNECTION_LOST: ['The connection was lost', 'Check your network and try again.', true],
};

/** A refusal by the API, or by the network on the way to it. */
export class Problem extends Error {
  constructor({ code, detail = '', retryAfter = null }) {
    super(detail || code);
    const [headline, advice, retryable] = ADVICE[code] ?? ADVICE.INTERNAL;
    Object.assign(this, { code, detail, retryAfter, headline, advice, retryable });
  }

  /** From a status and a body that should be problem+json but may come from a proxy on the way. */
  static fromAnswer(status, text, retryAfter) {
    let body = {};
    try {
      body = JSON.parse(text);
    } catch {
      // A proxy's own page: the status has to do.
    }
    const code = body.code ?? codeOf(status);
    const detail = body.detail ?? '';
    const seconds = Number.parseInt(retryAfter ?? '', 10);
    return new Problem({ code, detail, retryAfter: Number.isNaN(seconds) ? null : seconds });
  }
}

function codeOf(status) {
  const byStatus = { 401: 'UNAUTHENTICATED', 404: 'JOB_NOT_FOUND', 413: 'IMAGE_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 429: 'RATE_LIMITED', 503: 'QUEUE_FULL' };
  return byStatus[status] ?? 'INTERNAL';
}
