// Hours of moderate load, for what grows slowly: memory, files, connections, queue.
// One picture in three was sent before, so that finished work is answered too.
import { upscale } from './lib/jobs.js';
import { freshSeed, picture } from './lib/picture.js';
import { SIDE } from './lib/settings.js';
import { summary } from './lib/summary.js';

const KNOWN_PICTURES = 10;

export const options = {
  scenarios: {
    pictures: {
      executor: 'constant-arrival-rate',
      rate: Number(__ENV.RATE || 20),
      timeUnit: '1m',
      duration: __ENV.DURATION || '4h',
      preAllocatedVUs: 10,
      maxVUs: 50,
    },
  },
  thresholds: {
    time_to_result: [`p(99)<${Number(__ENV.P99_MS || 30000)}`],
    lost_results: ['rate<0.001'],
    http_req_failed: ['rate<0.001'],
  },
};

export default function () {
  const seed = __ITER % 3 === 2 ? __ITER % KNOWN_PICTURES : freshSeed();
  upscale(picture(SIDE, seed), { scale: '2' });
}

export const handleSummary = summary('soak');
