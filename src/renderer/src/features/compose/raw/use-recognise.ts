import { useState } from 'react';
import type { Candidate, VendorId } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import { mendJson } from '../model/mend-json.ts';
import { isCredentialFile, pasteKindOf } from '../model/paste-kind.ts';
import { exampleOf, takeCandidate, type RawDraft } from '../model/raw-draft.ts';

/** What became of the last text that was pasted, dropped or typed into the dialog. */
export type PasteNotice =
  | {
      readonly kind: 'taken';
      readonly candidate: Candidate;
      readonly before: RawDraft;
      readonly vendorBefore: VendorId;
    }
  | { readonly kind: 'credential' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** `unread`: nothing was made of the text, so it has to stay where the person can see it. */
export type Readout = 'used' | 'unread' | 'credential';

export interface Recogniser {
  readonly notice: PasteNotice | null;
  /** Several readings of one text; the person chooses. */
  readonly choices: readonly Candidate[];
  readonly read: (text: string, fileName?: string) => Promise<Readout>;
  readonly readFile: (file: File) => Promise<{ readonly readout: Readout; readonly text: string }>;
  readonly take: (candidate: Candidate) => void;
  readonly takeBack: () => void;
  /** Says that a credential was there and is not read. */
  readonly refuse: () => void;
  readonly forget: () => void;
}

/** Reads texts through the core and puts what was chosen into the raw draft. Credentials are named and go nowhere. */
export const useRecognise = (): Recogniser => {
  const { compose, settings, workspace } = useStores();
  const [notice, setNotice] = useState<PasteNotice | null>(null);
  const [choices, setChoices] = useState<readonly Candidate[]>([]);

  const take = (candidate: Candidate) => {
    const { rawVendor, raws } = compose.getState();
    const { devices } = workspace.getState();
    const vendor = settings.getState().vendors.find((one) => one.id === candidate.vendor);
    setChoices([]);
    if (!vendor) return;
    const before = raws.find((one) => one.vendor === vendor.id) ?? exampleOf(vendor, devices);
    compose.editRaw(takeCandidate(before, candidate, devices));
    setNotice({ kind: 'taken', candidate, before, vendorBefore: rawVendor });
  };

  const credential = (): Readout => {
    setNotice({ kind: 'credential' });
    return 'credential';
  };

  const read = async (text: string, fileName = ''): Promise<Readout> => {
    if (isCredentialFile(fileName) || pasteKindOf(text) === 'credential') return credential();
    try {
      const candidates = await candidatesFor(text, fileName, compose.recognise);
      const [first, second] = candidates;
      if (!first) {
        setNotice({ kind: 'nothing' });
        return 'unread';
      }
      if (first.kind === 'credential') return credential();
      if (second) setChoices(candidates);
      else take(first);
      return 'used';
    } catch (error) {
      setNotice({ kind: 'failed', failure: asCallFailure(error) });
      return 'unread';
    }
  };

  return {
    notice,
    choices,
    read,
    readFile: async (file) => {
      if (isCredentialFile(file.name)) return { readout: credential(), text: '' };
      const text = await file.text();
      return { readout: await read(text, file.name), text };
    },
    take,
    refuse: () => void credential(),
    takeBack: () => {
      if (notice?.kind !== 'taken') return;
      compose.editRaw(notice.before);
      compose.chooseVendor(notice.vendorBefore);
      setNotice(null);
    },
    forget: () => {
      setNotice(null);
      setChoices([]);
    },
  };
};

/** JSON that a word processor broke is recognised by its mended form; the text itself is mended only on request. */
const candidatesFor = async (
  text: string,
  fileName: string,
  recognise: (text: string, fileName: string) => Promise<readonly Candidate[]>,
): Promise<readonly Candidate[]> => {
  const candidates = await recognise(text, fileName);
  const mended = candidates.length === 0 ? mendJson(text) : null;
  if (!mended) return candidates;
  const ofMended = await recognise(mended.text, fileName);
  return ofMended.map((one) => ({ ...one, draft: one.draft && { ...one.draft, payload: text } }));
};
