import type { PhoneView } from '../../shared/contract/index.ts';
import type { EventHub } from '../kit/hub.ts';

/** Changes to one phone are told at most this often; a burst of pushes would otherwise redraw it thousands of times a second. */
const tellEveryMs = 50;
/** A phone that remembers more than so many is told of less often, for every telling carries them all. */
const longList = 100;
const tellLongEveryMs = 250;

/** What the teller asks a phone for. */
export interface ToldPhone {
  readonly view: PhoneView;
  readonly size: number;
}

/** Announces changed phones, several changes at once. */
export class Teller {
  readonly #hub: EventHub;
  readonly #phoneOf: (deviceId: string) => ToldPhone;
  readonly #changed = new Set<string>();
  #telling: NodeJS.Timeout | null = null;

  constructor(hub: EventHub, phoneOf: (deviceId: string) => ToldPhone) {
    this.#hub = hub;
    this.#phoneOf = phoneOf;
  }

  tell(deviceId: string): void {
    this.#changed.add(deviceId);
    const everyMs = this.#phoneOf(deviceId).size > longList ? tellLongEveryMs : tellEveryMs;
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      for (const id of this.#changed) this.#hub.publish({ type: 'phone.changed', phone: this.#phoneOf(id).view });
      this.#changed.clear();
    }, everyMs);
  }

  close(): void {
    if (this.#telling) clearTimeout(this.#telling);
  }
}
