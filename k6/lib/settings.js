// What every script is told by the environment: k6 run -e BASE_URL=… -e SIDE=….

/** Where the service is. */
export const BASE_URL = (__ENV.BASE_URL || 'http://localhost:8080').replace(/\/$/, '');

/** The side of the generated square pictures, in pixels. */
export const SIDE = Number(__ENV.SIDE || 96);

/** The longest that a picture may take from upload to result, in seconds. */
export const PATIENCE_SECONDS = Number(__ENV.PATIENCE_SECONDS || 120);
