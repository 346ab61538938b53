import { useRef, useState } from 'react';
import type { ExportCursor, ExportFormat } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';

const types: Readonly<Record<ExportFormat, string>> = {
  har: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  apns: 'application/octet-stream',
  pushscope: 'application/json',
};

/** Hands parts of a file to the person as one, without putting them together in memory first. */
const download = (name: string, parts: readonly Blob[], type: string): void => {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

export interface Exporting {
  /** Exchanges in the file so far; null: none is being made. */
  readonly written: number | null;
  readonly failure: CallFailure | null;
  /** Resolves to the number of exchanges in the file that was handed over; null: none was. Nothing is handed over without any. */
  readonly make: (what: {
    readonly format: ExportFormat;
    readonly id: string | null;
    readonly filter: string;
    readonly mask: boolean;
    readonly fileName: string;
  }) => Promise<number | null>;
  readonly cancel: () => void;
}

/** Makes a file piece by piece, so that a log of any size fits, progress shows, and it can be given up. */
export const useExport = (): Exporting => {
  const { client } = useStores();
  const [written, setWritten] = useState<number | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const isCancelled = useRef(false);
  return {
    written,
    failure,
    cancel: () => {
      isCancelled.current = true;
    },
    make: async ({ format, id, filter, mask, fileName }) => {
      isCancelled.current = false;
      setFailure(null);
      setWritten(0);
      const parts: Blob[] = [];
      let count = 0;
      let cursor: ExportCursor | null = null;
      try {
        do {
          const of = id === null ? { filter } : { id };
          const answer: { piece: string; next: ExportCursor | null; written: number } = await client.handOver.export({
            format,
            mask,
            ...of,
            ...(cursor ? { cursor } : {}),
          });
          parts.push(new Blob([answer.piece]));
          count = answer.written;
          setWritten(count);
          cursor = answer.next;
        } while (cursor && !isCancelled.current);
        if (isCancelled.current) return null;
        if (count > 0) download(fileName, parts, types[format]);
        return count;
      } catch (error) {
        setFailure(asCallFailure(error));
        return null;
      } finally {
        setWritten(null);
      }
    },
  };
};
