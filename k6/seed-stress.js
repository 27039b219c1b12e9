// The earlier system's stress program: three users send a picture five times each, ignoring the
// cache, and follow the redirect to the result's page.
import { check, sleep } from 'k6';
import http from 'k6/http';
import { picture } from './lib/picture.js';
import { BASE_URL, SIDE } from './lib/settings.js';
import { summary } from './lib/summary.js';

const PAUSE_SECONDS = 0.5;

export const options = {
  scenarios: {
    seed: { executor: 'per-vu-iterations', vus: 3, iterations: 5, maxDuration: '5m' },
  },
  thresholds: {
    checks: ['rate==1'],
    http_req_failed: ['rate==0'],
    http_req_duration: ['p(95)<5000'],
  },
};

export default function () {
  // One picture a user, each time the same: what the cache would have answered.
  const image = http.file(picture(SIDE, __VU), 'stress.bmp', 'image/bmp');
  const page = http.post(`${BASE_URL}/upload`, {
    image,
    upscalingOption: 'x4',
    ignoreCache: 'on',
  });
  check(page, {
    'ends on the page': (a) => a.status === 200,
    'page is the result page': (a) => a.url.includes('/result/'),
  });
  sleep(PAUSE_SECONDS);
}

export const handleSummary = summary('seed-stress');
