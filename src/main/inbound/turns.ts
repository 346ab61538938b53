/**
 * Does at most so many pieces of work in one turn of the event loop; the rest waits for the next turns, in order. One read of a socket
 * can bring a hundred requests. Deciding them all at once would keep the answers of earlier ones waiting, and the client idle.
 */
export class Turns {
  readonly #most: number;
  #waiting: (() => void)[] = [];
  #done = 0;
  #isPlanned = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs `work` now or in a later turn. It must not throw. */
  take(work: () => void): void {
    this.#plan();
    if (this.#done >= this.#most || this.#waiting.length > 0) {
      this.#waiting.push(work);
      return;
    }
    this.#done += 1;
    work();
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#isPlanned = false;
    const now = this.#waiting.slice(0, this.#most);
    this.#waiting = this.#waiting.slice(this.#most);
    this.#done = now.length;
    if (now.length > 0) this.#plan();
    for (const work of now) work();
  }
}
