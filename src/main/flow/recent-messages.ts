import * as z from 'zod';
import { conversationKey, duplicateWindowMs, type RecentMessage } from '../im/index.ts';
import type { Message } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';

const settingName = 'recent-messages';
/** More than these within the window are forgotten, oldest first: nobody repeats a number after so many others. */
const mostKept = 1000;
const Stored = z.array(
  z.object({ from: z.string(), conversation: z.string(), random: z.number().int(), atMs: z.number().int() }),
);

/**
 * Messages of the last five minutes that had a MsgRandom, as the backend remembers them: also when Pushscope was started again in
 * between. Written down beside the send, which does not wait for it.
 */
export class RecentMessages {
  readonly #store: Store;
  readonly #now: () => number;
  #messages: readonly RecentMessage[] = [];
  #writing: Promise<void> | null = null;
  #isNewer = false;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** What is stored and no longer fits is passed over, not an obstacle to starting. */
  async load(): Promise<void> {
    const stored = Stored.safeParse((await this.#store.read('findSetting', { name: settingName })) ?? []);
    this.#messages = stored.success ? stored.data : [];
  }

  all(): readonly RecentMessage[] {
    const now = this.#now();
    if (this.#messages.some((one) => now - one.atMs >= duplicateWindowMs)) {
      this.#messages = this.#messages.filter((one) => now - one.atMs < duplicateWindowMs);
    }
    return this.#messages;
  }

  /** Remembers a message from now on. One without a MsgRandom is no repeat of anything. */
  add(message: Message): void {
    const random = message.options?.random;
    if (random === undefined) return;
    const one = { from: message.from, conversation: conversationKey(message), random, atMs: this.#now() };
    this.#messages = [...this.all(), one].slice(-mostKept);
    this.#isNewer = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Waits for what is being written down. */
  async close(): Promise<void> {
    await this.#writing;
  }

  /** One write at a time; what came meanwhile goes with the next. */
  async #write(): Promise<void> {
    while (this.#isNewer) {
      this.#isNewer = false;
      try {
        await this.#store.write('putSetting', { name: settingName, value: this.#messages });
      } catch {
        // A full disk is said where pushes are stored; here it only costs the next start its memory.
      }
    }
  }
}
