/** First in, first out, with a place at the front for what has to go again. Taking one is cheap however many wait. */
export class Queue<T> {
  #items: T[] = [];
  #from = 0;
  readonly #again: T[] = [];

  get length(): number {
    return this.#items.length - this.#from + this.#again.length;
  }

  /** The one that `take` gives next. */
  get first(): T | undefined {
    return this.#again[0] ?? this.#items[this.#from];
  }

  add(item: T): void {
    this.#items.push(item);
  }

  addAgain(item: T): void {
    this.#again.push(item);
  }

  take(): T | undefined {
    if (this.#again.length > 0) return this.#again.shift();
    const item = this.#items[this.#from];
    if (this.#from < this.#items.length) this.#from += 1;
    if (this.#from > 1024 && this.#from * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#from);
      this.#from = 0;
    }
    return item;
  }

  takeAll(): T[] {
    const all = [...this.#again, ...this.#items.slice(this.#from)];
    this.#again.length = 0;
    this.#items = [];
    this.#from = 0;
    return all;
  }
}
