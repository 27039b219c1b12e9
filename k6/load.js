// The promise under everyday load: arrivals ramp up to RATE pictures a minute and stay there.
// Open model: a slow answer does not slow the arrivals.
import { upscale } from './lib/jobs.js';
import { freshSeed, picture } from './lib/picture.js';
import { SIDE } from './lib/settings.js';
import { summary } from './lib/summary.js';

const RATE = Number(__ENV.RATE || 60);

export const options = {
  scenarios: {
    pictures: {
      executor: 'ramping-arrival-rate',
      startRate: Math.ceil(RATE / 10),
      timeUnit: '1m',
      preAllocatedVUs: 20,
      maxVUs: 200,
      stages: [
        { target: RATE, duration: '2m' },
        { target: RATE, duration: '5m' },
        { target: 0, duration: '1m' },
      ],
    },
  },
  thresholds: {
    time_to_result: [`p(95)<${Number(__ENV.P95_MS || 15000)}`],
    lost_results: ['rate<0.001'],
    http_req_failed: ['rate<0.001'],
    refusals: ['count==0'],
  },
};

export default function () {
  upscale(picture(SIDE, freshSeed()), { scale: '2' });
}

export const handleSummary = summary('load');
