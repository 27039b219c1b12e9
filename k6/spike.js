// A crowd out of nowhere: fifty times the arrivals for a minute. Pictures may be turned away at the
// door, with Retry-After; none that was accepted may be lost.
import { upscale } from './lib/jobs.js';
import { freshSeed, picture } from './lib/picture.js';
import { SIDE } from './lib/settings.js';
import { summary } from './lib/summary.js';

const RATE = Number(__ENV.RATE || 12);
const CROWD = 50;

export const options = {
  scenarios: {
    pictures: {
      executor: 'ramping-arrival-rate',
      startRate: RATE,
      timeUnit: '1m',
      preAllocatedVUs: 100,
      maxVUs: 1000,
      stages: [
        { target: RATE, duration: '1m' },
        { target: RATE * CROWD, duration: '5s' },
        { target: RATE * CROWD, duration: '1m' },
        { target: RATE, duration: '5s' },
        { target: RATE, duration: '10m' },
      ],
    },
  },
  thresholds: {
    lost_results: ['rate<0.001'],
    http_req_failed: ['rate<0.001'],
    checks: ['rate>0.999'],
  },
};

export default function () {
  upscale(picture(SIDE, freshSeed()), { scale: '2' });
}

export const handleSummary = summary('spike');
