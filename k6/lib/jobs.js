// Sends a picture, waits for its result and fetches it, as a client of /api/v1 does.
import { check } from 'k6';
import http from 'k6/http';
import { lostResults, refusals, timeToResult } from './metrics.js';
import { BASE_URL, PATIENCE_SECONDS } from './settings.js';

const LONGEST_WAIT_SECONDS = 20;
const TURNED_AWAY = [429, 503];
const FINAL = ['DONE', 'FAILED', 'CANCELLED'];

// Being turned away is an answer, not a failure: refusals counts it.
const uploadAnswers = http.expectedStatuses(200, 202, ...TURNED_AWAY);

/** Returns the finished job, or null when the picture was turned away or not done in time. */
export function upscale(image, options) {
  const started = Date.now();
  const job = submit(image, options);
  if (job === null) {
    return null;
  }
  const finished = awaitFinal(job, started + PATIENCE_SECONDS * 1000);
  const fetched = finished !== null && finished.state === 'DONE' && fetchResult(finished);
  if (fetched) {
    timeToResult.add(Date.now() - started);
  }
  lostResults.add(!fetched);
  return fetched ? finished : null;
}

function submit(image, options) {
  const form = Object.assign({ image: http.file(image, 'k6.bmp', 'image/bmp') }, options);
  const answer = http.post(`${BASE_URL}/api/v1/jobs`, form, {
    responseCallback: uploadAnswers,
    tags: { name: 'upload' },
  });
  if (TURNED_AWAY.includes(answer.status)) {
    refusals.add(1);
    check(answer, { 'refusal says when to come again': (a) => 'Retry-After' in a.headers });
    return null;
  }
  const accepted = check(answer, {
    'upload is accepted': (a) => a.status === 202 || a.status === 200,
  });
  return accepted ? answer.json() : null;
}

function awaitFinal(job, deadline) {
  let latest = job;
  while (!FINAL.includes(latest.state)) {
    const left = Math.ceil((deadline - Date.now()) / 1000);
    if (left <= 0) {
      return null;
    }
    const wait = Math.min(LONGEST_WAIT_SECONDS, left);
    const answer = http.get(`${BASE_URL}/api/v1/jobs/${job.id}`, {
      headers: { Prefer: `wait=${wait}` },
      timeout: `${wait + 10}s`,
      tags: { name: 'wait' },
    });
    if (!check(answer, { 'job is known': (a) => a.status === 200 })) {
      return null;
    }
    latest = answer.json();
  }
  return latest;
}

function fetchResult(job) {
  const answer = http.get(`${BASE_URL}/api/v1/jobs/${job.id}/result`, {
    responseType: 'binary',
    tags: { name: 'result' },
  });
  return check(answer, {
    'result is there': (a) => a.status === 200,
    'result is whole': (a) => a.body !== null && a.body.byteLength === job.result.bytes,
  });
}
