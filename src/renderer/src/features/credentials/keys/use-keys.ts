import { useState } from 'react';
import type { Credential } from '../../../../../shared/contract/index.ts';
import { asCallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { keepEntry } from '../editor/keep-entry.ts';
import { useCall } from '../editor/use-call.ts';
import { sendWith } from '../import/send-with.ts';
import type { FoundKeyFile } from './find-key-file.ts';
import {
  keysCall,
  keysForm,
  problemsOfFailure,
  withKeyFile,
  withoutProblem,
  withVendor,
  type KeyProblems,
  type KeysForm,
  type KeyVendor,
} from '../model/keys-form.ts';

interface KeysStart {
  readonly first: KeyVendor;
  readonly vendors: readonly KeyVendor[];
  readonly replaced: Credential | null;
  readonly file: FoundKeyFile | undefined;
}

/** The form of one credential that is typed in: what stands in it, what the core says of it, and how it is saved. */
export const useKeys = ({ first, vendors, replaced, file }: KeysStart, onSaved: (credential: Credential) => void) => {
  const stores = useStores();
  const apps = useFrom('workspace', (state) => state.apps);
  const call = useCall();
  const [form, setForm] = useState<KeysForm>(() => {
    const empty = keysForm(first, apps, replaced);
    return file ? withKeyFile(empty, file.text, file.read, first) : empty;
  });
  const [problems, setProblems] = useState<KeyProblems>({});
  const vendor = vendors.find(({ id }) => id === form.vendor) ?? first;
  const change = (next: (before: KeysForm) => KeysForm) => {
    call.forget();
    setForm(next);
  };

  return {
    form,
    vendor,
    apps,
    problems,
    failure: call.failure,
    isBusy: call.isBusy,
    change,
    setValue: (name: string, text: string) => {
      setProblems((before) => withoutProblem(before, name));
      change((before) => ({ ...before, values: { ...before.values, [name]: text } }));
    },
    chooseVendor: (id: string) => {
      const after = vendors.find((one) => one.id === id);
      if (!after || after.id === form.vendor) return;
      setProblems({});
      change((before) => withVendor(before, vendor, after, apps));
    },
    /** True: it is a key file of this vendor, and its values stand in the form. */
    readKeyFile: (text: string): Promise<boolean> =>
      call.run(async () => {
        const read = await stores.client.credentials.inspectKeys({ vendor: form.vendor, keyFile: text });
        setProblems({});
        // Only into the form of the vendor that was asked.
        setForm((before) => (before.vendor === form.vendor ? withKeyFile(before, text, read, vendor) : before));
      }),
    save: () =>
      call.run(async () => {
        let credential: Credential;
        try {
          credential = await stores.client.credentials.create(keysCall(form, replaced?.id ?? null));
        } catch (error) {
          setProblems(problemsOfFailure(asCallFailure(error)));
          throw error;
        }
        keepEntry(stores, 'credential', credential.id, credential);
        if (form.useForApp) await sendWith(stores, credential, form.appId);
        onSaved(credential);
      }),
  };
};
export type Keys = ReturnType<typeof useKeys>;
