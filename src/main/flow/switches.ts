import * as z from 'zod';
import type { ImSwitch } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { switchesFrom, switchPages, switchSpecs, type ImSwitches } from '../im/index.ts';
import type { EventHub } from '../kit/hub.ts';
import type { Store } from '../store/index.ts';

/** Readings by switch that are not the default. */
type Choices = Readonly<Record<string, string>>;
const Stored = z.record(z.string(), z.string());
const settingName = 'im-switches';

const pagesOf = (names: readonly (keyof typeof switchPages)[]) => names.map((name) => switchPages[name]);

/** How this workspace reads the rules that the documents leave open. Stored with the workspace, in force at once. */
export class SwitchBook {
  readonly #store: Store;
  readonly #hub: EventHub;
  #choices: Choices = {};
  #current: ImSwitches = switchesFrom({});

  constructor(store: Store, hub: EventHub) {
    this.#store = store;
    this.#hub = hub;
  }

  /** A stored reading that is none any more is passed over, not an obstacle to starting. */
  async load(): Promise<void> {
    const stored = Stored.safeParse((await this.#store.read('findSetting', { name: settingName })) ?? {});
    this.#take(stored.success ? stored.data : {});
  }

  /** The readings in force, for decisions. The same object until one changes. */
  get current(): ImSwitches {
    return this.#current;
  }

  all(): ImSwitch[] {
    return switchSpecs.map(({ id, documented, conflict, at, sources }) => {
      const said = new Set(documented.flatMap((one) => one.pages));
      return {
        id,
        reading: String(this.#current[id]),
        readings: documented.map(({ value, pages }) => ({
          value: String(value),
          certainty: pages.length > 0 ? 'documented' : 'guess',
          sources: pagesOf(pages),
        })),
        conflict,
        at,
        about: pagesOf(sources.filter((name) => !said.has(name))),
      };
    });
  }

  /** AppError `switch.unknown` when a switch or reading is not there; nothing changes then. */
  async update(readings: Readonly<Record<string, string | null>>): Promise<ImSwitch[]> {
    const next: Record<string, string> = { ...this.#choices };
    for (const [id, reading] of Object.entries(readings)) {
      const spec = switchSpecs.find((one) => one.id === id);
      const known = spec?.readings.map(String) ?? [];
      if (!spec || (reading !== null && !known.includes(reading))) {
        throw new AppError('switch.unknown', { id, reading, known });
      }
      if (reading === null || reading === known[0]) delete next[id];
      else next[id] = reading;
    }
    await this.#store.write('putSetting', { name: settingName, value: next });
    this.#take(next);
    const switches = this.all();
    this.#hub.publish({ type: 'switches.changed', switches });
    return switches;
  }

  #take(choices: Choices): void {
    this.#choices = choices;
    this.#current = switchesFrom(choices);
  }
}
