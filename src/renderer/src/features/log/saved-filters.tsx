import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FailureNote } from '../../ui/notes.tsx';

interface SavedFiltersProps {
  /** Can be read. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Filters with a name: choose one, keep the present one, let one go. */
export function SavedFilters({ filter, onFilter, onFailure }: SavedFiltersProps) {
  const { t } = useWords();
  const { settings } = useStores();
  const saved = useFrom('settings', (state) => state.settings.savedFilters);
  const [isNaming, setNaming] = useState(false);
  const here = saved.find((one) => one.filter === filter);
  const forget = () => {
    settings.update({ savedFilters: saved.filter((one) => one !== here) }).catch(onFailure);
  };
  return (
    <>
      <Menu
        trigger={
          <Button look="quiet" small icon={<Bookmark />}>
            {t('log.saved')}
          </Button>
        }
        entries={[
          ...saved.map((one) => ({ id: one.name, label: one.name, onSelect: () => onFilter(one.filter) })),
          ...(saved.length > 0 ? [null] : []),
          here
            ? { id: ':forget', label: t('log.saved.forget', { name: here.name }), onSelect: forget }
            : { id: ':keep', label: t('log.saved.keep'), disabled: filter === '', onSelect: () => setNaming(true) },
        ]}
      />
      {isNaming && <NameDialog filter={filter} onClose={() => setNaming(false)} />}
    </>
  );
}

function NameDialog({ filter, onClose }: { readonly filter: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const { settings } = useStores();
  const saved = useFrom('settings', (state) => state.settings.savedFilters);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const trimmed = name.trim();
  const isTaken = saved.some((one) => one.name === trimmed);
  const keep = () => {
    settings
      .update({ savedFilters: [...saved, { name: trimmed, filter }] })
      .then(onClose, (error: unknown) => setFailure(asCallFailure(error)));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('log.saved.title')}
      about={filter}
      foot={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" disabled={trimmed === '' || isTaken} onClick={keep}>
            {t('log.saved.store')}
          </Button>
        </>
      }
    >
      <Field label={t('log.saved.name')} error={isTaken ? t('log.saved.taken') : undefined} stacked>
        {(ids) => <TextInput {...ids} value={name} maxLength={80} onText={setName} />}
      </Field>
      {failure && <FailureNote failure={failure} />}
    </Dialog>
  );
}
