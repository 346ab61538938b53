import { useState } from 'react';
import type { ExchangeSummary } from '../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { FailureNote } from '../../ui/notes.tsx';

/** A note and tags for one exchange. What is typed stays when it cannot be stored. */
export function NoteDialog({ row, onClose }: { readonly row: ExchangeSummary; readonly onClose: () => void }) {
  const { t } = useWords();
  const { client } = useStores();
  const [note, setNote] = useState(row.mark?.note ?? '');
  const [tags, setTags] = useState(row.mark?.tags.join(', ') ?? '');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const store = () => {
    const list = tags.split(/[,，、]/).map((tag) => tag.trim());
    const wanted = [...new Set(list.filter((tag) => tag !== ''))];
    client.exchanges
      .mark({ id: row.id, note, tags: wanted })
      .then(onClose, (error: unknown) => setFailure(asCallFailure(error)));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('log.note.title')}
      about={t('log.note.about')}
      foot={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" onClick={store}>
            {t('log.note.store')}
          </Button>
        </>
      }
    >
      <Field label={t('log.note.note')} stacked>
        {(ids) => <TextArea {...ids} value={note} maxLength={4000} onText={setNote} />}
      </Field>
      <Field label={t('log.note.tags')} hint={t('log.note.tags.about')} stacked>
        {(ids) => <TextInput {...ids} value={tags} onText={setTags} />}
      </Field>
      {failure && <FailureNote failure={failure} />}
    </Dialog>
  );
}
