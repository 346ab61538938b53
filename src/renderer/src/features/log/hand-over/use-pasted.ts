import { useRef, useState } from 'react';
import type { PastedReading } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import { exampleOf, targetOf } from '../../compose/model/raw-draft.ts';

/** What is read: a text as it was pasted, or the bytes of a file. */
export interface PastedInput {
  readonly text?: string;
  readonly bytesB64?: string;
  readonly fileName: string;
  /** Packed here with gzip, which is the first step of every reading then. */
  readonly isPacked?: boolean;
}

/** Exchanges of one call: so few that progress shows and a cancel is felt. */
const importedAtOnce = 50;

/** Bytes of a file that are read at most; what is larger is named and not read. */
const mostFileBytes = 16_000_000;
/** From here on a file is packed on its way, as recordings of a browser are: they become a tenth of it. */
const packedFromBytes = 1_000_000;
/** Characters of base64 that the core takes at once. */
const mostBase64 = 6_000_000;

const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unread')));
    reader.readAsDataURL(file);
  });

const packed = (file: Blob): Promise<Blob> =>
  new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** A file as the core takes it; null when it is too large even packed. Throws what the system says when it cannot be read. */
const inputOfFile = async (file: File): Promise<PastedInput | null> => {
  if (file.size > mostFileBytes) return null;
  const isPacked = file.size > packedFromBytes;
  const bytesB64 = await base64Of(isPacked ? await packed(file) : file);
  return bytesB64.length > mostBase64 ? null : { bytesB64, fileName: file.name, isPacked };
};

/** What the window did on the way is no news to whoever chose the file. */
const withoutPacking = (readings: readonly PastedReading[]): readonly PastedReading[] =>
  readings.map((one) => ({ ...one, steps: one.steps.slice(1) }));

export interface Pasted {
  /** Null: nothing was read yet. */
  readonly readings: readonly PastedReading[] | null;
  readonly input: PastedInput | null;
  readonly isBusy: boolean;
  /** How far the import is; null: none is under way. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failure: CallFailure | null;
  readonly read: (input: PastedInput) => Promise<void>;
  readonly readFile: (file: File) => Promise<void>;
  readonly forget: () => void;
  /** Puts readings into the log; the first of them is chosen there. Resolves false when that failed or was given up. */
  readonly add: (indexes: readonly number[], mask: boolean) => Promise<boolean>;
  /** Adds no more; what is in the log by then stays there. */
  readonly cancel: () => void;
  /** Puts the payload, the token or the message of a reading into the composer. */
  readonly edit: (reading: PastedReading) => void;
}

/** What the composer can begin with. */
type Editable = Pick<PastedReading, 'message' | 'vendor' | 'draft' | 'tokens'> & {
  /** Somebody sent it to their users: it begins with the gateway of this machine, whatever was chosen before. */
  readonly isOthers: boolean;
};

/** Puts what was read into the composer: a message, a payload, or a token to send to. */
export const useEdit = (): ((reading: Editable) => void) => {
  const { compose, settings, workspace, ui } = useStores();
  return (reading) => {
    if (reading.isOthers) compose.goTo({ kind: 'local' });
    if (reading.message !== null) {
      compose.setMode('message');
      compose.showView('json');
      compose.replaceRest(reading.message);
    } else {
      const vendor = settings.getState().vendors.find((one) => one.id === reading.vendor);
      if (!vendor) return;
      const { devices } = workspace.getState();
      const before = compose.getState().raws.find((one) => one.vendor === vendor.id) ?? exampleOf(vendor, devices);
      const [token] = reading.tokens;
      const target = token === undefined ? before.target : targetOf(vendor.id, token, devices);
      compose.editRaw({ ...before, ...reading.draft, target });
      compose.setMode('raw');
    }
    ui.go('compose');
  };
};

/** Adds readings a few at a time, so that it can be seen and given up. */
const useImporting = () => {
  const { client, ui } = useStores();
  const [progress, setProgress] = useState<Pasted['progress']>(null);
  const isCancelled = useRef(false);
  const add = async (
    input: PastedInput | null,
    indexes: readonly number[],
    mask: boolean,
    trying: (work: () => Promise<void>) => Promise<boolean>,
  ): Promise<boolean> => {
    if (!input) return false;
    isCancelled.current = false;
    const { isPacked: _, ...pasted } = input;
    const total = indexes.length;
    const isDone = await trying(async () => {
      let first: string | undefined;
      for (let done = 0; done < total && !isCancelled.current; done += importedAtOnce) {
        setProgress({ done, total });
        const some = indexes.slice(done, done + importedAtOnce);
        const { exchanges } = await client.handOver.import({ ...pasted, indexes: some, mask });
        first ??= exchanges[0]?.id;
      }
      if (first !== undefined) ui.go('log', first);
    });
    setProgress(null);
    return isDone && !isCancelled.current;
  };
  const cancel = () => {
    isCancelled.current = true;
  };
  return { progress, add, cancel };
};

/** Reads what is pasted through the core, and does what is chosen with it. */
export const usePasted = (): Pasted => {
  const { client } = useStores();
  const edit = useEdit();
  const [readings, setReadings] = useState<readonly PastedReading[] | null>(null);
  const [input, setInput] = useState<PastedInput | null>(null);
  const [isBusy, setBusy] = useState(false);
  const importing = useImporting();
  const [failure, setFailure] = useState<CallFailure | null>(null);

  const trying = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(asCallFailure(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const read = async (next: PastedInput) => {
    setInput(next);
    await trying(async () => {
      const { isPacked = false, ...pasted } = next;
      const { readings: found } = await client.handOver.read(pasted);
      setReadings(isPacked ? withoutPacking(found) : found);
    });
  };
  return {
    readings,
    input,
    isBusy,
    failure,
    read,
    readFile: async (file) => {
      let input: PastedInput | null = null;
      const isRead = await trying(async () => {
        input = await inputOfFile(file);
      });
      if (input) await read(input);
      else if (isRead) setFailure({ code: 'api.too-large', message: file.name, details: {} });
    },
    forget: () => {
      setReadings(null);
      setFailure(null);
    },
    add: (indexes, mask) => importing.add(input, indexes, mask, trying),
    progress: importing.progress,
    cancel: importing.cancel,
    edit: (reading) => edit({ ...reading, isOthers: reading.what === 'exchange' }),
  };
};
