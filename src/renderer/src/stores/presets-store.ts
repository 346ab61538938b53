import { createStore } from 'zustand/vanilla';
import type {
  Client,
  Library,
  LibraryEntry,
  LibraryFile,
  Phrase,
  PresetWorld,
  ScenarioFile,
  ScenarioFrame,
  Variables,
} from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import {
  mergeChanges,
  patchesOf,
  planWorld,
  undoOf,
  withPatches,
  type Entries,
  type WorldChange,
} from '../features/compose/presets/world.ts';

/** The file of one's own that something was opened from. */
export type Origin = Pick<LibraryEntry, 'file' | 'revision'>;

export interface PresetsState {
  /** Null until it was read once. */
  readonly library: Library | null;
  /** Why the list or the last change of the workspace did not work. */
  readonly failure: CallFailure | null;
  readonly pickerOpen: boolean;
  /** Own variables of the message. */
  readonly variables: Variables;
  /** Where the message came from, when that is a file of one's own. */
  readonly origin: Origin | null;
  /** What presets and scenarios changed in the workspace, and can put back. */
  readonly applied: readonly WorldChange[];
  /** What the preset wants and the workspace does not have. */
  readonly missing: readonly Phrase[];
  readonly scenario: ScenarioFile | null;
  readonly scenarioOrigin: Origin | null;
  readonly frames: readonly ScenarioFrame[];
  /** The moment looked at: a place in `frames`. */
  readonly at: number;
  readonly playFailure: CallFailure | null;
}

const initial: PresetsState = {
  library: null,
  failure: null,
  pickerOpen: false,
  variables: {},
  origin: null,
  applied: [],
  missing: [],
  scenario: null,
  scenarioOrigin: null,
  frames: [],
  at: 0,
  playFailure: null,
};

/** Where it is kept between two starts; localStorage has this shape. */
export interface PresetStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
const storageKey = 'pushscope.presets';
const keptFields = ['variables', 'origin', 'applied', 'missing', 'scenario', 'scenarioOrigin'] as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOrigin = (value: unknown): boolean =>
  value === null || (isFields(value) && typeof value['file'] === 'string' && typeof value['revision'] === 'string');
const isScenario = (value: unknown): boolean =>
  value === null ||
  (isFields(value) &&
    value['kind'] === 'scenario' &&
    [value['devices'], value['steps']].every((list) => Array.isArray(list) && list.every(isFields)));
/** What each kept field has to look like at least, so that nothing stored can break the window. */
const shapes: Readonly<Record<(typeof keptFields)[number], (value: unknown) => boolean>> = {
  variables: (value) => isFields(value) && Object.values(value).every((one) => typeof one === 'string'),
  origin: isOrigin,
  applied: (value) => Array.isArray(value) && value.every((one) => isFields(one) && typeof one['id'] === 'string'),
  missing: (value) => Array.isArray(value) && value.every((one) => isFields(one) && typeof one['id'] === 'string'),
  scenario: isScenario,
  scenarioOrigin: isOrigin,
};

/** Written by `keep`; a field that has another shape, and a text that is none of ours, is passed over. */
const readKept = (text: string | null): Partial<PresetsState> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (!isFields(value)) return {};
    return Object.fromEntries(
      keptFields.filter((field) => shapes[field](value[field])).map((field) => [field, value[field]]),
    );
  } catch {
    return {};
  }
};

interface Tools {
  readonly client: Client;
  readonly get: () => PresetsState;
  /** Changes the state and keeps it for the next start. */
  readonly keep: (change: Partial<PresetsState>) => void;
  readonly show: (change: Partial<PresetsState>) => void;
}

const worldActions = ({ client, get, keep }: Tools) => {
  const update = async (changes: readonly WorldChange[], entries: Entries): Promise<void> => {
    const { devices, accounts, groups } = client.workspace;
    for (const { kind, id, patch } of patchesOf(changes, entries)) {
      if (kind === 'device') await devices.update({ id, ...patch });
      else if (kind === 'account') await accounts.update({ id, ...patch });
      else await groups.update({ id, ...patch });
    }
  };
  /** Makes changes to the workspace that can be put back; changes before them are remembered too. */
  const apply = async (changes: readonly WorldChange[], entries: Entries): Promise<void> => {
    // Remembered first: what half works can still be put back.
    keep({ applied: mergeChanges(get().applied, changes), failure: null });
    try {
      await update(changes, entries);
    } catch (error) {
      keep({ failure: asCallFailure(error) });
    }
  };
  /** Puts the workspace back as it was, but for what somebody changed since. */
  const putBack = async (entries: Entries): Promise<void> => {
    try {
      await update(undoOf(get().applied, entries), entries);
      keep({ applied: [], missing: [], failure: null });
    } catch (error) {
      keep({ failure: asCallFailure(error) });
    }
  };
  return {
    apply,
    putBack,
    forgetApplied: () => keep({ applied: [], missing: [] }),
    /** A preset was taken up: its variables, its file, and the workspace as it needs it. */
    start: async (entry: LibraryEntry, world: PresetWorld | undefined, entries: Entries): Promise<void> => {
      const { file, revision, source, content } = entry;
      // What the preset before needed goes first; the plan is for the workspace as it is then.
      const after = withPatches(entries, patchesOf(undoOf(get().applied, entries), entries));
      const { changes, missing } = planWorld(world ?? {}, after);
      keep({ variables: content.variables, origin: source === 'own' ? { file, revision } : null });
      await putBack(entries);
      if (get().failure !== null) return;
      keep({ missing });
      await apply(changes, after);
    },
  };
};

const fileActions = ({ client, keep, show }: Tools) => {
  const load = async (): Promise<void> => {
    try {
      show({ library: await client.presets.list() });
    } catch (error) {
      show({ failure: asCallFailure(error) });
    }
  };
  return {
    load,
    /** Rejects as the call does; so do the others. */
    save: async (content: LibraryFile, place?: Origin): Promise<LibraryEntry> => {
      const entry = await client.presets.save({ content, ...place });
      const origin = { file: entry.file, revision: entry.revision };
      keep(content.kind === 'preset' ? { origin } : { scenarioOrigin: origin });
      await load();
      return entry;
    },
    rename: async ({ file, revision }: Origin, name: string): Promise<LibraryEntry> => {
      const entry = await client.presets.rename({ file, revision, name });
      await load();
      return entry;
    },
    remove: async ({ file, revision }: Origin): Promise<void> => {
      await client.presets.remove({ file, revision });
      await load();
    },
  };
};

const stageActions = ({ client, get, keep, show }: Tools) => {
  let asked = 0;
  return {
    /** Plays a scenario; the newest question wins. */
    play: async (scenario: ScenarioFile): Promise<void> => {
      asked += 1;
      const number = asked;
      try {
        const { frames } = await client.presets.play({ scenario });
        if (number === asked) show({ frames, playFailure: null, at: Math.min(get().at, frames.length - 1) });
      } catch (error) {
        if (number === asked) show({ playFailure: asCallFailure(error) });
      }
    },
    /** Puts a scenario on the stage. `at`: the moment to look at. */
    stage: (scenario: ScenarioFile, at: number, scenarioOrigin: Origin | null = get().scenarioOrigin) => {
      keep({ scenario, scenarioOrigin });
      show({ at });
    },
    /** Looks at another moment; the core need not have played it yet. */
    goTo: (at: number) => show({ at: Math.max(0, Math.min(at, get().scenario?.steps.length ?? 0)) }),
  };
};

/** Presets and scenarios as files, what they changed in the workspace, and the scenario being stepped through. */
export const createPresetsStore = (client: Client, storage: PresetStorage = localStorage) => {
  const store = createStore<PresetsState>(() => ({ ...initial, ...readKept(storage.getItem(storageKey)) }));
  const keep = (change: Partial<PresetsState>) => {
    store.setState(change);
    const state = store.getState();
    try {
      storage.setItem(storageKey, JSON.stringify(Object.fromEntries(keptFields.map((field) => [field, state[field]]))));
    } catch {
      // A full storage costs the next start its scenario and nothing else.
    }
  };
  const tools: Tools = { client, get: store.getState, keep, show: store.setState };
  return {
    ...store,
    showPicker: (pickerOpen: boolean) => store.setState({ pickerOpen }),
    setVariables: (variables: Variables) => keep({ variables }),
    ...worldActions(tools),
    ...fileActions(tools),
    ...stageActions(tools),
  };
};
