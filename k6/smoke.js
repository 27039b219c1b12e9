// Does it work at all? One user, a few small pictures, the other routes once each.
import { check } from 'k6';
import http from 'k6/http';
import { upscale } from './lib/jobs.js';
import { freshSeed, picture } from './lib/picture.js';
import { BASE_URL, SIDE } from './lib/settings.js';
import { summary } from './lib/summary.js';

export const options = {
  vus: 1,
  iterations: 3,
  thresholds: {
    checks: ['rate==1'],
    lost_results: ['rate==0'],
    http_req_failed: ['rate==0'],
  },
};

export function setup() {
  const models = http.get(`${BASE_URL}/api/v1/models`);
  check(models, { 'models are listed': (a) => a.status === 200 && a.body.includes('esrgan-slim') });
}

export default function () {
  const job = upscale(picture(SIDE, freshSeed()), { scale: '2' });
  check(job, { 'result is twice as large': (j) => j !== null && j.result.width === 2 * SIDE });
}

export const handleSummary = summary('smoke');
