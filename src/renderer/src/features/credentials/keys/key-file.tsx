import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import type { CallFailure } from '../../../client/errors.ts';
import { FailureNote } from '../../../ui/notes.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Section } from '../editor/section.tsx';
import { readFile } from '../import/read-file.ts';
import { fromB64 } from '../model/import-form.ts';
import { SecretInput } from './secret-input.tsx';
import type { Keys } from './use-keys.ts';
import css from './keys.module.css';

/** The key file of a vendor's console, or its names and values: dropped, chosen or pasted. The text is never shown, because a secret is in it. */
export function KeyFileSource({ keys }: { readonly keys: Keys }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<CallFailure | null>(null);
  const { vendor, form } = keys;
  const words = (id: string, params?: Readonly<Record<string, string>>) =>
    t(`credentials.keys.${vendor.readsKeyFile === true ? 'file' : 'pairs'}${id}`, params);
  const read = async (pasted: string) => {
    setUnread(null);
    setText(pasted);
    if (await keys.readKeyFile(pasted)) setText('');
  };
  const takeFiles = async ([first]: readonly File[]) => {
    if (!first) return;
    const file = await readFile(first);
    if (file.ok) await read(fromB64(file.file.contentB64));
    else setUnread(file.failure);
  };
  if (form.keyFile) {
    const labels = vendor.credentialForm
      .filter(({ name }) => form.keyFile?.secretNames.includes(name))
      .map(({ label }) => label);
    return (
      <div className={css['file']} role="status">
        <p>{labels.length === 0 ? words('.public') : words('.read', { secrets: labels.join(', ') })}</p>
        <Button small onClick={() => keys.change((before) => ({ ...before, keyFile: null }))}>
          {words('.remove')}
        </Button>
      </div>
    );
  }
  return (
    <Section title={words('')} about={words('.about', { vendor: vendor.label })}>
      <FileDrop
        title={words('.drop')}
        about={t('credentials.keys.file.drop.about')}
        accept=".json,.txt,.env"
        onFiles={(files) => void takeFiles(files)}
        onText={(pasted) => void read(pasted)}
        takesAll
      />
      {unread && <FailureNote failure={unread} />}
      <Field label={words('.paste')} stacked>
        {(ids) => <SecretInput {...ids} value={text} onText={setText} onPasted={(pasted) => void read(pasted)} />}
      </Field>
      {text.trim() !== '' && (
        <div>
          <Button disabled={keys.isBusy} onClick={() => void read(text)}>
            {words('.use')}
          </Button>
        </div>
      )}
    </Section>
  );
}
