import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CredentialPreview } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import type { ImportFile } from '../model/import-form.ts';

/** What was read of a file. `password`: the one that opened it; null where none was needed. */
export interface Opened {
  readonly file: ImportFile;
  readonly preview: CredentialPreview;
  readonly password: string | null;
}

/** Looks into a file before anything is saved. A refusal keeps the file, so that a password can be tried. */
export const useInspection = (start: ImportFile | null) => {
  const { client } = useStores();
  const [file, setFile] = useState(start);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [isBusy, setIsBusy] = useState(start !== null);
  // Answers come in any order when one file is chosen after another; only the latest counts.
  const latest = useRef(0);

  const ask = (next: ImportFile, password: string | null): void => {
    const question = ++latest.current;
    const isLatest = () => question === latest.current;
    client.credentials.inspect({ ...next, ...(password === null ? {} : { password }) }).then(
      (preview) => {
        if (!isLatest()) return;
        setOpened({ file: next, preview, password });
        setFailure(null);
        setIsBusy(false);
      },
      (error: unknown) => {
        if (!isLatest()) return;
        setFailure(asCallFailure(error));
        setIsBusy(false);
      },
    );
  };

  const inspect = (next: ImportFile, password: string | null) => {
    setIsBusy(true);
    ask(next, password);
  };

  // The file the dialog was opened with.
  const begin = useEffectEvent(() => {
    if (start) ask(start, null);
  });
  useEffect(() => begin(), []);

  return {
    file,
    opened,
    failure,
    isBusy,
    /** Another file, or null for none. */
    choose: (next: ImportFile | null) => {
      latest.current++;
      setFile(next);
      setOpened(null);
      setFailure(null);
      setIsBusy(false);
      if (next) inspect(next, null);
    },
    openWith: (password: string) => {
      if (file) inspect(file, password);
    },
    /** A file that was not even sent. */
    refuse: (refusal: CallFailure) => {
      latest.current++;
      setFile(null);
      setOpened(null);
      setIsBusy(false);
      setFailure(refusal);
    },
  };
};
