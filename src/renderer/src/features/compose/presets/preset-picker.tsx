import { Command } from 'cmdk';
import { Clapperboard, FileWarning, MessageSquareText, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { BrokenFile, LibraryEntry } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { wordsIn } from './file-words.ts';
import { PresetDetails } from './preset-details.tsx';
import { FolderLine } from './preset-folder.tsx';
import { SaveButton } from './save-dialog.tsx';
import { useStart } from './use-start.ts';
import css from './picker.module.css';

interface Shelf {
  readonly id: 'builtIn' | 'scenarios' | 'own';
  readonly entries: readonly LibraryEntry[];
}
const none: readonly LibraryEntry[] = [];

/** Presets and scenarios to search, read about and take up: arrows move, Enter takes, Escape leaves. */
export function PresetPicker() {
  const { t, locale } = useWords();
  const { compose, presets } = useStores();
  const library = useFrom('presets', (state) => state.library);
  const failure = useFrom('presets', (state) => state.failure);
  const replaced = useFrom('compose', (state) => state.replaced);
  const start = useStart();
  const [value, setValue] = useState('');
  const entries = library?.entries ?? none;
  const isOwn = (entry: LibraryEntry) => entry.source === 'own';
  const shelves: Shelf[] = [
    { id: 'own', entries: entries.filter(isOwn) },
    { id: 'builtIn', entries: entries.filter((one) => !isOwn(one) && one.content.kind === 'preset') },
    { id: 'scenarios', entries: entries.filter((one) => !isOwn(one) && one.content.kind === 'scenario') },
  ];
  const broken = library?.broken ?? [];
  const chosen = entries.find((entry) => entry.id === value);
  const chosenFile = broken.find((one) => brokenId(one) === value);
  return (
    <Command.Dialog
      open
      onOpenChange={presets.showPicker}
      label={t('compose.presets.list')}
      contentClassName={css['dialog'] ?? ''}
      overlayClassName={css['overlay'] ?? ''}
      value={value}
      onValueChange={setValue}
      loop
      filter={matches}
    >
      <Command.Input className={css['input']} placeholder={t('compose.presets.search')} />
      {failure && <FailureNote failure={failure} />}
      <div className={css['body']}>
        <Command.List className={css['list']} label={t('compose.presets.list')}>
          <Command.Empty className={css['empty']}>{t('compose.presets.empty')}</Command.Empty>
          {shelves
            .filter((shelf) => shelf.entries.length > 0)
            .map((shelf) => (
              <Command.Group key={shelf.id} heading={t(`compose.presets.${shelf.id}`)} className={css['group']}>
                {shelf.entries.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} onStart={start} />
                ))}
              </Command.Group>
            ))}
          {broken.length > 0 && (
            <Command.Group heading={t('compose.presets.broken')} className={css['group']}>
              {broken.map((one) => (
                <Command.Item key={one.file} value={brokenId(one)} keywords={[one.file]} className={css['row']}>
                  <FileWarning aria-hidden data-tone="warning" />
                  <span className={css['name']}>{one.file}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
        <OwnKeys className={css['side']}>
          <PresetDetails key={value} entry={chosen} broken={chosenFile} onStart={start} locale={locale} />
        </OwnKeys>
      </div>
      <OwnKeys className={css['foot']}>
        <FolderLine />
        <span className={css['footActions']}>
          {replaced && (
            <Button
              small
              look="quiet"
              icon={<Undo2 />}
              onClick={() => {
                compose.bringBack();
                presets.showPicker(false);
              }}
            >
              {t('compose.presets.back')}
            </Button>
          )}
          <SaveButton />
        </span>
      </OwnKeys>
    </Command.Dialog>
  );
}

/** A part of the dialog whose keys are its own: Enter on a button there must not take up the chosen preset. */
function OwnKeys({ className, children }: { readonly className: string | undefined; readonly children: ReactNode }) {
  return (
    // The keys only stop here; what they do is done by the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div className={className} onKeyDown={(event) => event.stopPropagation()}>
      {children}
    </div>
  );
}

/** Every word that is searched for stands somewhere in the name, the description or the file name. */
const matches = (value: string, search: string, keywords: readonly string[] = []): number => {
  const text = [value, ...keywords].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
    ? 1
    : 0;
};

const brokenId = ({ file }: BrokenFile): string => `broken:${file}`;

function EntryRow({
  entry,
  onStart,
}: {
  readonly entry: LibraryEntry;
  readonly onStart: (entry: LibraryEntry) => void;
}) {
  const { t, locale } = useWords();
  const { content, file } = entry;
  const name = wordsIn(content.name, locale);
  const changesWorld = content.kind === 'preset' && content.world !== undefined;
  const Icon = content.kind === 'scenario' ? Clapperboard : MessageSquareText;
  return (
    <Command.Item
      value={entry.id}
      keywords={[name, file, wordsIn(content.about, locale), wordsIn(content.name, 'en')]}
      className={css['row']}
      onSelect={() => onStart(entry)}
    >
      <Icon aria-hidden />
      <span className={css['name']}>{name}</span>
      {changesWorld && <span className={css['mark']}>{t('compose.presets.world')}</span>}
    </Command.Item>
  );
}
