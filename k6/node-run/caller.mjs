// The thread that does http.mjs' calls: takes a request, puts the answer on the port, wakes it.
import { parentPort, workerData } from 'node:worker_threads';

const { signal, port } = workerData;

parentPort.on('message', async (request) => {
  port.postMessage(await answer(request));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

async function answer({ method, url, headers, timeout, redirects, body, fields }) {
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: fields ? form(fields) : body,
      redirect: redirects === 0 ? 'manual' : 'follow',
      signal: AbortSignal.timeout(timeout),
    });
    return {
      status: response.status,
      url: response.url,
      headers: canonical(response.headers),
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (e) {
    // As in k6: no answer is an answer with status 0.
    return { status: 0, url, headers: {}, bytes: new Uint8Array(), error: String(e.cause ?? e) };
  }
}

function form(fields) {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') {
      data.append(name, value);
    } else {
      data.append(name, new Blob([value.data], { type: value.content_type }), value.filename);
    }
  }
  return data;
}

// k6 gives Go's spelling: Retry-After, not retry-after.
function canonical(headers) {
  const spelt = (name) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return Object.fromEntries([...headers].map(([name, value]) => [spelt(name), value]));
}
