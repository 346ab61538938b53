import { FolderOpen } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { DeviceSuggestion, PastedReading } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { counted } from '../../../ui/counted.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Banner, FailureNote } from '../../../ui/notes.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { AddDeviceDialog } from '../detail/add-device-dialog.tsx';
import { suggestionOf } from '../detail/device-form.ts';
import { chosenAtFirst } from './choosing.ts';
import { ReadingRow } from './reading-row.tsx';
import { usePasted, type Pasted } from './use-pasted.ts';
import css from './paste.module.css';

/** What takes its time: reading a large file, adding many exchanges. */
function Working({ pasted: { progress, isBusy } }: { readonly pasted: Pasted }) {
  const { t } = useWords();
  if (progress) {
    return (
      <p role="status" className={css['fact']}>
        <progress
          className={css['progress']}
          max={progress.total}
          value={progress.done}
          aria-label={t('log.paste.progress')}
        />
        {t('log.paste.progress.of', progress)}
      </p>
    );
  }
  return (
    isBusy && (
      <p role="status" className={css['fact']}>
        {t('log.paste.reading')}
      </p>
    )
  );
}

/** Takes anything a person has at hand, says what it can be, and lets them choose what to make of it. */
function PasteForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { ui } = useStores();
  const given = useFrom('ui', (state) => state.pasted);
  const pasted = usePasted();
  const [text, setText] = useState(typeof given === 'string' ? given : '');
  const [changed, setChanged] = useState<Readonly<Record<number, boolean>>>({});
  const [mask, setMask] = useState(false);
  const [source, setSource] = useState<File | null>(given instanceof File ? given : null);
  const [device, setDevice] = useState<DeviceSuggestion | null>(null);
  const apps = useFrom('workspace', (state) => state.apps);
  const begin = useEffectEvent(() => {
    if (given === null || given === '') return;
    void (typeof given === 'string' ? pasted.read({ text: given, fileName: '' }) : pasted.readFile(given));
  });
  useEffect(() => begin(), []);

  const { readings } = pasted;
  const chosen = (readings ?? []).filter(
    (one) => one.canImport && (changed[one.index] ?? chosenAtFirst(one, readings ?? [])),
  );
  const close = () => {
    ui.showPaste(false);
    onClose();
  };
  const add = async () => {
    if (
      await pasted.add(
        chosen.map((one) => one.index),
        mask,
      )
    )
      close();
  };
  const deviceOf = ({ what, vendor, tokens: [token] }: PastedReading) =>
    what === 'device-token' && vendor !== null && token !== undefined
      ? () => {
          const suggestion = suggestionOf(vendor, token, apps, Date.now());
          setDevice(suggestion);
          if (suggestion) return;
          // The form of a phone says there that it needs an app first.
          ui.go('credentials', 'new:device');
          close();
        }
      : null;
  const isEmpty = readings?.length === 0;
  const canAdd = readings?.some((one) => one.canImport) ?? false;
  return (
    <Dialog
      open
      wide
      onClose={close}
      title={t('log.paste.title')}
      about={t('log.paste.about')}
      foot={
        <>
          <FileButton
            icon={<FolderOpen />}
            spoken={t('log.paste.file')}
            onFile={(file) => {
              setSource(file);
              void pasted.readFile(file);
            }}
          >
            {t('log.paste.file')}
          </FileButton>
          <Button onClick={pasted.progress ? pasted.cancel : close}>{t('action.cancel')}</Button>
          {readings === null || isEmpty ? (
            <Button
              look="primary"
              disabled={text.trim() === '' || pasted.isBusy}
              onClick={() => void pasted.read({ text, fileName: '' })}
            >
              {t('log.paste.read')}
            </Button>
          ) : (
            canAdd && (
              <Button look="primary" disabled={chosen.length === 0 || pasted.isBusy} onClick={() => void add()}>
                {counted(t, 'log.paste.add', chosen.length)}
              </Button>
            )
          )}
        </>
      }
    >
      {pasted.failure && <FailureNote failure={pasted.failure} />}
      <Working pasted={pasted} />
      {isEmpty && <Banner tone="warning">{t('log.paste.nothing')}</Banner>}
      {readings && !isEmpty ? (
        <>
          <ul className={css['readings']} aria-label={t('log.paste.readings')}>
            {readings.map((one) => (
              <ReadingRow
                key={one.index}
                reading={one}
                isChosen={one.canImport ? chosen.includes(one) : null}
                onChoose={(next) => setChanged({ ...changed, [one.index]: next })}
                onEdit={() => {
                  pasted.edit(one);
                  close();
                }}
                onDevice={deviceOf(one)}
                onCredential={() => {
                  ui.hand(source ?? text);
                  ui.go('credentials');
                  close();
                }}
              />
            ))}
          </ul>
          {canAdd && (
            <>
              <ToggleRow label={t('log.paste.mask')} hint={t('log.paste.mask.about')} on={mask} onChange={setMask} />
              <p className={css['fact']}>{t('log.paste.local')}</p>
            </>
          )}
        </>
      ) : (
        <Field label={t('log.paste.text')} stacked>
          {(ids) => (
            <TextArea
              {...ids}
              tall
              mono
              value={text}
              onText={(next) => {
                setText(next);
                setSource(null);
                pasted.forget();
              }}
            />
          )}
        </Field>
      )}
      {device && (
        <AddDeviceDialog
          suggestion={device}
          isPasted
          onClose={() => setDevice(null)}
          onAdded={(added) => {
            ui.say(t('log.device.added', { device: added.name }));
            ui.go('phones', added.id);
            close();
          }}
        />
      )}
    </Dialog>
  );
}

/** The dialog where it was asked for; its content begins anew each time. */
export function PasteAnything() {
  const isOpen = useFrom('ui', (state) => state.pasteOpen);
  return isOpen ? <PasteForm onClose={() => undefined} /> : null;
}
