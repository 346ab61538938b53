import { ClipboardPaste, ScanText } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Credential } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { FailureNote } from '../../ui/notes.tsx';
import { Pane, Split } from '../../ui/pane.tsx';
import type { CallFailure } from '../../client/errors.ts';
import { ChosenEntry } from './chosen-entry.tsx';
import { credentialFiles } from './import/credential-files.ts';
import { ImportDialog, type ImportRequest } from './import/import-dialog.tsx';
import { looksLikeToken, readFile, textFile } from './import/read-file.ts';
import { findKeyFile, type FoundKeyFile } from './keys/find-key-file.ts';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { AddMenu } from './list/add-menu.tsx';
import { EntryList } from './list/entry-list.tsx';
import { newKey, parseChosen, type EntryKind } from './model/chosen.ts';
import { fromB64, type ImportFile } from './model/import-form.ts';
import { SwitchesLink } from './switches/switches-link.tsx';
import { TokenDialog } from './token/token-dialog.tsx';
import { useEntries } from './use-entries.ts';
import { useNow } from './use-now.ts';
import css from './credentials-place.module.css';

/** What the form of typed credentials was opened with. */
interface KeysRequest {
  readonly replaced: Credential | null;
  readonly file?: FoundKeyFile;
}
const newCredential: ImportRequest = { file: null, replaced: null };

/** Credentials, apps, accounts, groups, devices and redirect rules: all of them at the left, one of them at the right. */
export function CredentialsPlace() {
  const { t } = useWords();
  const { ui, client } = useStores();
  const vendors = useFrom('settings', (state) => state.vendors);
  const nowMs = useNow();
  const groups = useEntries(nowMs);
  const named = useFrom('ui', (state) => state.chosen.credentials);
  const [asked, setAsked] = useState<ImportRequest | null>(null);
  const [keys, setKeys] = useState<KeysRequest | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [ext, setExt] = useState('');
  /** A provider token under inspection: its text, empty to begin with. */
  const [token, setToken] = useState<string | null>(null);

  // `new:credential` is an address of the dialog; behind it the place shows what it would show anyway.
  const isImportNamed = parseChosen(named).state === 'new' && named === newKey('credential');
  // So is `token`, of the inspector.
  const isTokenNamed = named === 'token';
  const chosen =
    named === '' || isImportNamed || isTokenNamed
      ? (groups.find(({ rows }) => rows.length > 0)?.rows[0]?.key ?? '')
      : named;
  const request = asked ?? (isImportNamed ? newCredential : null);

  const choose = (key: string) => ui.choose('credentials', key);
  const add = (kind: EntryKind) => (kind === 'credential' ? setAsked(newCredential) : choose(newKey(kind)));
  const renew = (replaced: Credential) =>
    replaced.facts.kind === 'app-keys' ? setKeys({ replaced }) : setAsked({ file: null, replaced });
  const close = () => {
    setAsked(null);
    if (isImportNamed) choose('');
  };
  const inspected = token ?? (isTokenNamed ? '' : null);
  const closeToken = () => {
    setToken(null);
    if (isTokenNamed) choose('');
  };
  const takeFiles = async ([first]: readonly File[]) => {
    if (!first) return;
    const read = await readFile(first);
    setFailure(read.ok ? null : read.failure);
    if (read.ok) await takeFile(read.file);
  };
  /** A key file goes to the form of its vendor, anything else to the import. */
  const takeFile = async (file: ImportFile) => {
    const found = await findKeyFile(fromB64(file.contentB64), vendors, client.credentials);
    if (found) setKeys({ replaced: null, file: found });
    else setAsked({ file, replaced: null });
  };
  const takeText = async (text: string) => {
    if (looksLikeToken(text)) setToken(text);
    else await takeFile(textFile(text));
  };
  const handed = useFrom('ui', (state) => state.handed);
  const takeHanded = useEffectEvent(async (what: string | File) => {
    ui.hand(null);
    await (typeof what === 'string' ? takeText(what) : takeFiles([what]));
  });
  useEffect(() => {
    if (handed === null) return undefined;
    const timer = setTimeout(() => void takeHanded(handed));
    return () => clearTimeout(timer);
  }, [handed]);

  return (
    <>
      <Split
        id="credentials"
        panels={[
          {
            id: 'list',
            size: '308px',
            min: '240px',
            max: '460px',
            content: (
              <Pane
                title={t('place.credentials')}
                fixed
                foot={<SwitchesLink isHere={parseChosen(chosen).state === 'switches'} />}
                actions={
                  <>
                    <IconButton icon={<ScanText />} label={t('credentials.jwt')} small onClick={() => setToken('')} />
                    <AddMenu onAdd={add} onKeys={() => setKeys({ replaced: null })} />
                  </>
                }
              >
                <div className={css['drop']}>
                  <FileDrop
                    title={t('credentials.drop')}
                    about={t('credentials.drop.about')}
                    accept={credentialFiles}
                    onFiles={(files) => void takeFiles(files)}
                    onText={(text) => void takeText(text)}
                    takesAll={request === null && inspected === null && keys === null}
                    actions={
                      <IconButton
                        icon={<ClipboardPaste />}
                        label={t('credentials.import.paste')}
                        small
                        onClick={() => add('credential')}
                      />
                    }
                  />
                </div>
                {failure && <FailureNote failure={failure} />}
                <EntryList groups={groups} chosen={chosen} onChoose={choose} onAdd={add} />
              </Pane>
            ),
          },
          {
            id: 'entry',
            min: '440px',
            content: (
              <ChosenEntry
                chosen={chosen}
                groups={groups}
                nowMs={nowMs}
                trial={{ ext, onExt: setExt }}
                onAdd={add}
                onRenew={renew}
              />
            ),
          },
        ]}
      />
      {inspected !== null && <TokenDialog given={{ text: inspected }} onClose={closeToken} />}
      {keys && <KeysDialog replaced={keys.replaced} file={keys.file} onClose={() => setKeys(null)} />}
      {request && <ImportDialog request={request} onClose={close} />}
    </>
  );
}
