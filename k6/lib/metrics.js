// What is measured beside k6's own metrics.
import { Counter, Rate, Trend } from 'k6/metrics';

/** Milliseconds from the start of the upload until the result's last byte is here. */
export const timeToResult = new Trend('time_to_result', true);

/** The part of the accepted pictures that did not become a result in time. */
export const lostResults = new Rate('lost_results');

/** Uploads that were turned away at the door with 429 or 503, which is right under overload. */
export const refusals = new Counter('refusals');
