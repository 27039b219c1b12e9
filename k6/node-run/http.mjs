// Stands in for the module k6/http. k6 waits for each answer, so a thread of its own does the
// calling while this one sleeps.
import { Worker, MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { registry } from './registry.mjs';

const requests = registry.counter('http_reqs');
const failed = registry.rate('http_req_failed');
const duration = registry.trend('http_req_duration');

const signal = new Int32Array(new SharedArrayBuffer(4));
const { port1: answers, port2: caller } = new MessageChannel();
const thread = new Worker(new URL('./caller.mjs', import.meta.url), {
  workerData: { signal, port: caller },
  transferList: [caller],
});
thread.unref();

class FileData {
  constructor(data, filename = 'file', contentType = 'application/octet-stream') {
    Object.assign(this, { data, filename, content_type: contentType });
  }
}

const succeeded = (status) => status >= 200 && status < 400;

function expectedStatuses(...expected) {
  return (status) =>
    expected.some((e) => (typeof e === 'number' ? status === e : status >= e.min && status <= e.max));
}

function request(method, url, body = null, params = {}) {
  const started = performance.now();
  const { headers, timeout = '60s', redirects = 10, responseCallback = succeeded } = params;
  Atomics.store(signal, 0, 0);
  thread.postMessage({ method, url, headers, timeout: milliseconds(timeout), redirects, ...sent(body) });
  Atomics.wait(signal, 0, 0);
  const { message } = receiveMessageOnPort(answers);
  const took = performance.now() - started;
  requests.add(1);
  duration.add(took);
  failed.add(!responseCallback(message.status));
  return response(message, took, params.responseType ?? 'text');
}

function response({ status, url, headers, bytes, error }, took, type) {
  const text = () => new TextDecoder().decode(bytes);
  const body = { text, binary: () => bytes.buffer, none: () => null }[type]();
  const json = () => JSON.parse(text());
  return { status, url, headers, body, json, error, timings: { duration: took } };
}

function sent(body) {
  if (body === null || typeof body === 'string' || body instanceof ArrayBuffer) {
    return { body };
  }
  return { fields: Object.entries(body).map(([name, value]) => [name, field(value)]) };
}

function field(value) {
  return value instanceof FileData ? { ...value } : String(value);
}

function milliseconds(timeout) {
  return typeof timeout === 'number' ? timeout : Number.parseFloat(timeout) * 1000;
}

export default {
  request,
  get: (url, params) => request('GET', url, null, params),
  post: (url, body, params) => request('POST', url, body, params),
  del: (url, body, params) => request('DELETE', url, body, params),
  file: (...args) => new FileData(...args),
  expectedStatuses,
};
