/** The before/after view: a line that moves by mouse, touch and keyboard, and a 1:1 zoom with both halves in step. */

const STEP = 2;
const BIG_STEP = 10;
const PAN_STEP_PX = 60;

export class Compare {
  #frame;
  #handle;
  #pan = { x: 0, y: 0 };
  #size = null;

  constructor(frame) {
    this.#frame = frame;
    this.#handle = frame.querySelector('[data-handle]');
    this.#describeHandle();
    this.#handle.addEventListener('keydown', (event) => this.#onHandleKey(event));
    frame.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    frame.addEventListener('keydown', (event) => this.#onFrameKey(event));
    this.split(50);
  }

  /** Moves the line to `percent` of the frame's width. */
  split(percent) {
    const at = Math.min(100, Math.max(0, percent));
    this.#frame.style.setProperty('--split', `${at}%`);
    this.#handle.setAttribute('aria-valuenow', String(Math.round(at)));
    this.#handle.setAttribute('aria-valuetext', `${Math.round(at)} % before`);
  }

  get isActualSize() {
    return this.#size !== null;
  }

  /** One pixel of the picture is one pixel of the screen; what does not fit is reached by dragging. */
  showActualSize(width, height) {
    const ratio = window.devicePixelRatio || 1;
    this.#size = { width: width / ratio, height: height / ratio };
    this.#frame.classList.add('is-actual');
    this.#frame.tabIndex = 0;
    this.#frame.style.setProperty('--w', `${this.#size.width}px`);
    this.#frame.style.setProperty('--h', `${this.#size.height}px`);
    this.#panTo((this.#frame.clientWidth - this.#size.width) / 2, (this.#frame.clientHeight - this.#size.height) / 2);
  }

  showFitted() {
    this.#size = null;
    this.#frame.classList.remove('is-actual');
    this.#frame.removeAttribute('tabindex');
  }

  #describeHandle() {
    const attributes = { role: 'slider', tabindex: '0', 'aria-label': 'Line between before and after', 'aria-valuemin': '0', 'aria-valuemax': '100' };
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
    const steps = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const step = this.isActualSize && steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.#panTo(this.#pan.x + step[0] * PAN_STEP_PX, this.#pan.y + step[1] * PAN_STEP_PX);
  }

  #onPointerDown(event) {
    if (event.button !== 0) return;
    const onHandle = this.#handle.contains(event.target);
    const move = this.isActualSize && !onHandle ? this.#panFrom(event) : (at) => this.#splitAt(at);
    const pointer = event.pointerId;
    this.#frame.setPointerCapture(pointer);
    if (!this.isActualSize || onHandle) this.#handle.focus({ preventScroll: true });
    event.preventDefault();
    move(event);
    const follow = (moved) => moved.pointerId === pointer && move(moved);
    const end = () => {
      this.#frame.removeEventListener('pointermove', follow);
      this.#frame.removeEventListener('lostpointercapture', end);
    };
    this.#frame.addEventListener('pointermove', follow);
    this.#frame.addEventListener('lostpointercapture', end);
  }

  #splitAt({ clientX }) {
    const box = this.#frame.getBoundingClientRect();
    this.split(((clientX - box.left) / box.width) * 100);
  }

  #panFrom({ clientX, clientY }) {
    const from = { ...this.#pan };
    return (moved) => this.#panTo(from.x + moved.clientX - clientX, from.y + moved.clientY - clientY);
  }

  #panTo(x, y) {
    this.#pan = {
      x: held(x, this.#frame.clientWidth, this.#size.width),
      y: held(y, this.#frame.clientHeight, this.#size.height),
    };
    this.#frame.style.setProperty('--x', `${this.#pan.x}px`);
    this.#frame.style.setProperty('--y', `${this.#pan.y}px`);
  }
}

/** Keeps a picture's edge from coming inside the frame; a picture that is smaller than the frame is centred. */
function held(offset, frame, picture) {
  if (picture <= frame) return (frame - picture) / 2;
  return Math.min(0, Math.max(frame - picture, offset));
}
