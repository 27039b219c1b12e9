/**
 * The before/after view: a line that moves by mouse, touch and keyboard, and a zoom to single pixels with both
 * halves in step. Zoom is in CSS pixels for a pixel of the picture after.
 */
import { t } from './texts.js';
import { percent } from './words.js';

const STEP = 2;
const BIG_STEP = 10;
const PAN_STEP_PX = 60;
const ZOOM_STEP = 1.5;
const WHEEL_TO_ZOOM = 0.002;
const LARGEST_PIXEL = 8;

export class Compare {
  #frame;
  #handle;
  #picture = null;
  #zoom = null;
  #pan = { x: 0, y: 0 };
  #pointers = new Map();
  #gesture = null;
  #onZoom = () => {};

  constructor(frame) {
    this.#frame = frame;
    this.#handle = frame.querySelector('[data-handle]');
    this.#describeHandle();
    this.#handle.addEventListener('keydown', (event) => this.#onHandleKey(event));
    frame.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    frame.addEventListener('pointermove', (event) => this.#onPointerMove(event));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) frame.addEventListener(end, (event) => this.#onPointerEnd(event));
    frame.addEventListener('keydown', (event) => this.#onFrameKey(event));
    this.split(50);
  }

  /**
   * Lets the visitor zoom into a picture of this size.
   *
   * @param onZoom called after each change, with whether the picture is fitted and whether it is at 1:1
   */
  zoomable(width, height, onZoom) {
    this.#picture = { width, height };
    this.#onZoom = onZoom;
    this.#frame.tabIndex = 0;
    this.#frame.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    this.#frame.addEventListener('dblclick', (event) => (this.isFitted ? this.showActualSize(event) : this.showFitted()));
    window.addEventListener('resize', () => this.isFitted || this.#zoomTo(this.#zoom));
  }

  /** Moves the line to `share` percent of the frame's width. */
  split(share) {
    const at = Math.min(100, Math.max(0, share));
    this.#frame.style.setProperty('--split', `${at}%`);
    this.#handle.setAttribute('aria-valuenow', String(Math.round(at)));
    this.#handle.setAttribute('aria-valuetext', t('compare.value', { percent: percent(Math.round(at) / 100) }));
  }

  get isFitted() {
    return this.#zoom === null;
  }

  /** One pixel of the picture is one pixel of the screen; what does not fit is reached by dragging. */
  showActualSize(at) {
    this.#zoomTo(actual(), at);
  }

  showFitted() {
    this.#zoom = null;
    this.#frame.classList.remove('is-zoomed');
    this.#onZoom({ fitted: true, actual: false });
  }

  zoomIn() {
    this.#zoomBy(ZOOM_STEP);
  }

  zoomOut() {
    this.#zoomBy(1 / ZOOM_STEP);
  }

  #zoomBy(factor, at) {
    this.#zoomTo((this.#zoom ?? this.#fit()) * factor, at);
  }

  /** @param at where the pointer is: what lies under it stays there */
  #zoomTo(wanted, at) {
    const before = this.#view();
    const zoom = Math.min(LARGEST_PIXEL * actual(), wanted);
    if (zoom <= this.#fit() && zoom < actual()) return this.showFitted();
    this.#frame.classList.add('is-zoomed');
    this.#zoom = zoom;
    const box = this.#frame.getBoundingClientRect();
    const point = at ? { x: at.clientX - box.left, y: at.clientY - box.top } : { x: box.width / 2, y: box.height / 2 };
    const growth = zoom / before.zoom;
    this.#frame.style.setProperty('--w', `${this.#picture.width * zoom}px`);
    this.#frame.style.setProperty('--h', `${this.#picture.height * zoom}px`);
    this.#panTo(point.x - (point.x - before.x) * growth, point.y - (point.y - before.y) * growth);
    return this.#onZoom({ fitted: false, actual: Math.abs(zoom / actual() - 1) < 0.01 });
  }

  #view() {
    return this.isFitted ? { zoom: this.#fit(), x: 0, y: 0 } : { zoom: this.#zoom, ...this.#pan };
  }

  #fit() {
    return this.#frame.clientWidth / this.#picture.width;
  }

  #describeHandle() {
    const attributes = { role: 'slider', tabindex: '0', 'aria-label': t('compare.line'), 'aria-valuemin': '0', 'aria-valuemax': '100' };
    for (const [name, value] of Object.entries(attributes)) this.#handle.setAttribute(name, value);
  }

  #onHandleKey(event) {
    const now = Number(this.#handle.getAttribute('aria-valuenow'));
    const targets = {
      ArrowLeft: now - STEP, ArrowDown: now - STEP, ArrowRight: now + STEP, ArrowUp: now + STEP,
      PageDown: now - BIG_STEP, PageUp: now + BIG_STEP, Home: 0, End: 100,
    };
    if (!(event.key in targets)) return;
    event.preventDefault();
    event.stopPropagation();
    this.split(targets[event.key]);
  }

  #onFrameKey(event) {
    if (!this.#picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = (x, y) => !this.isFitted && this.#panTo(this.#pan.x + x * PAN_STEP_PX, this.#pan.y + y * PAN_STEP_PX);
    const work = {
      '+': () => this.zoomIn(), '=': () => this.zoomIn(), '-': () => this.zoomOut(),
      0: () => this.showFitted(), 1: () => this.showActualSize(),
      ArrowLeft: () => pan(1, 0), ArrowRight: () => pan(-1, 0), ArrowUp: () => pan(0, 1), ArrowDown: () => pan(0, -1),
    }[event.key];
    if (!work || (this.isFitted && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    work();
  }

  /** A wheel over a fitted picture scrolls the page, as everywhere; with Ctrl, which a pinch on a pad is, it zooms. */
  #onWheel(event) {
    if (this.isFitted && !event.ctrlKey) return;
    event.preventDefault();
    this.#zoomBy(Math.exp(-event.deltaY * WHEEL_TO_ZOOM * (event.ctrlKey ? 4 : 1)), event);
  }

  #onPointerDown(event) {
    if (event.button !== 0) return;
    const onHandle = this.#handle.contains(event.target);
    this.#frame.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, event);
    event.preventDefault();
    if (this.#pointers.size === 2 && this.#picture) {
      this.#gesture = this.#pinch();
      return;
    }
    if (this.isFitted || onHandle) this.#handle.focus({ preventScroll: true });
    this.#gesture = this.isFitted || onHandle ? (at) => this.#splitAt(at) : this.#panFrom(event);
    this.#gesture(event);
  }

  #onPointerMove(event) {
    if (!this.#pointers.has(event.pointerId)) return;
    this.#pointers.set(event.pointerId, event);
    this.#gesture?.(event);
  }

  #onPointerEnd({ pointerId }) {
    if (this.#pointers.delete(pointerId)) this.#gesture = null;
  }

  #splitAt({ clientX }) {
    const box = this.#frame.getBoundingClientRect();
    this.split(((clientX - box.left) / box.width) * 100);
  }

  #panFrom({ clientX, clientY }) {
    const from = { ...this.#pan };
    return (moved) => this.#panTo(from.x + moved.clientX - clientX, from.y + moved.clientY - clientY);
  }

  #pinch() {
    let last = this.#fingers();
    return () => {
      const now = this.#fingers();
      this.#zoomBy(now.apart / last.apart, now);
      if (!this.isFitted) this.#panTo(this.#pan.x + now.clientX - last.clientX, this.#pan.y + now.clientY - last.clientY);
      last = now;
    };
  }

  /** How far two fingers are apart, and the place between them. */
  #fingers() {
    const [one, other] = [...this.#pointers.values()];
    return {
      apart: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
      clientX: (one.clientX + other.clientX) / 2,
      clientY: (one.clientY + other.clientY) / 2,
    };
  }

  #panTo(x, y) {
    this.#pan = {
      x: held(x, this.#frame.clientWidth, this.#picture.width * this.#zoom),
      y: held(y, this.#frame.clientHeight, this.#picture.height * this.#zoom),
    };
    this.#frame.style.setProperty('--x', `${this.#pan.x}px`);
    this.#frame.style.setProperty('--y', `${this.#pan.y}px`);
  }
}

/** The zoom at which a pixel of the picture is a pixel of the screen. */
function actual() {
  return 1 / (window.devicePixelRatio || 1);
}

/** Keeps a picture's edge from coming inside the frame; a picture that is smaller than the frame is centred. */
function held(offset, frame, picture) {
  if (picture <= frame) return (frame - picture) / 2;
  return Math.min(0, Math.max(frame - picture, offset));
}
