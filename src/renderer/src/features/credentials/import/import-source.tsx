import { useState } from 'react';
import type { CredentialPreview, VendorId } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { VendorMark } from '../../../ui/marks.tsx';
import { credentialFiles } from './credential-files.ts';
import type { ImportFile } from '../model/import-form.ts';
import { textFile } from './read-file.ts';
import css from './import-source.module.css';

/** Where a credential comes from: a file, or a text that was copied. */
export function ImportSource(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (file: ImportFile) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <div className={css['source']}>
      <FileDrop
        title={t('credentials.drop')}
        about={t('credentials.drop.about')}
        accept={credentialFiles}
        onFiles={props.onFiles}
        onText={(pasted) => props.onText(textFile(pasted))}
        takesAll
        focused
      />
      <Field label={t('credentials.import.paste')} hint={t('credentials.import.paste.hint')} stacked>
        {(ids) => <TextArea {...ids} mono value={text} onText={setText} placeholder="-----BEGIN PRIVATE KEY-----" />}
      </Field>
      <div>
        <Button disabled={text.trim() === ''} onClick={() => props.onText(textFile(text))}>
          {t('credentials.import.inspect')}
        </Button>
      </div>
    </div>
  );
}

/** The file that is looked into, and a way back. */
export function ChosenFile(props: {
  readonly file: ImportFile;
  readonly vendor: VendorId | null;
  readonly kind: CredentialPreview['kind'] | null;
  readonly onOther: () => void;
}) {
  const { t } = useWords();
  const { file, vendor, kind } = props;
  return (
    <div className={css['file']}>
      {vendor && <VendorMark vendor={vendor} large />}
      <div className={css['words']}>
        <p className={css['name']}>{file.fileName || t('credentials.import.pasted')}</p>
        {kind && <p className={css['kind']}>{t(`credentials.kind.${kind}`)}</p>}
      </div>
      <Button small onClick={props.onOther}>
        {t('credentials.import.other')}
      </Button>
    </div>
  );
}
