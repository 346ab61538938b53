import { useState } from 'react';
import type { Credential } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { FailureNote } from '../../../ui/notes.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { FactChips } from '../credential/chips.tsx';
import { FactsView } from '../credential/facts-view.tsx';
import { Findings } from '../credential/findings.tsx';
import { ChoiceField, TextField } from '../editor/fields.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { FieldGrid } from '../editor/section.tsx';
import { useCall } from '../editor/use-call.ts';
import {
  importCall,
  importForm,
  importProblems,
  withIdentity,
  withImportApp,
  type ImportForm,
} from '../model/import-form.ts';
import { useNow } from '../use-now.ts';
import { IdentityChoice } from './identity-choice.tsx';
import { sendWith } from './send-with.ts';
import { SigningKeyFields } from './signing-key-fields.tsx';
import { useCompared } from './use-compared.ts';
import type { Opened } from './use-inspection.ts';
import css from './import-details.module.css';

interface ImportDetailsProps {
  readonly formId: string;
  readonly opened: Opened;
  readonly replaced: Credential | null;
  readonly onSaving: (isSaving: boolean) => void;
  readonly onSaved: (credential: Credential) => void;
}

/** Saves, and makes the app use it where that was asked for. */
const useSave = ({ opened, replaced, onSaving, onSaved }: ImportDetailsProps) => {
  const stores = useStores();
  const call = useCall();
  const { client } = stores;
  const save = async (form: ImportForm): Promise<void> => {
    const { file, password, preview } = opened;
    const credential = await client.credentials.import(importCall(file, password, form, preview, replaced?.id ?? null));
    keepEntry(stores, 'credential', credential.id, credential);
    if (form.useForApp) await sendWith(stores, credential, form.appId);
    onSaved(credential);
  };
  return {
    failure: call.failure,
    forget: call.forget,
    save: async (form: ImportForm) => {
      onSaving(true);
      await call.run(() => save(form));
      onSaving(false);
    },
  };
};

/** What is inside the file, what it cannot tell, and what to call it. */
export function ImportDetails(props: ImportDetailsProps) {
  const { opened, replaced } = props;
  const { preview } = opened;
  const { t } = useWords();
  const nowMs = useNow();
  const apps = useFrom('workspace', (state) => state.apps);
  const vendors = useFrom('settings', (state) => state.vendors);
  const [form, setForm] = useState(() => importForm(preview, apps, replaced));
  const [hasTried, setHasTried] = useState(false);
  const { failure, forget, save } = useSave(props);
  const problems = importProblems(form, preview);
  const errorOf = (field: keyof ImportForm) => {
    const problem = problems[field];
    return problem && (hasTried || !problem.isMissing) ? t(problem.id, problem.params) : undefined;
  };
  const set = (patch: Partial<ImportForm>) => {
    forget();
    setForm((before) => ({ ...before, ...patch }));
  };
  const compared = useCompared(opened, form.appId);
  const identity = compared.identities.find(({ index }) => index === form.identity);
  const app = apps.find(({ id }) => id === form.appId);

  return (
    <form
      id={props.formId}
      className={css['details']}
      data-editor
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        if (Object.keys(problems).length === 0) void save(form);
      }}
    >
      {failure && <FailureNote failure={failure} />}
      {preview.identities.length > 1 && (
        <IdentityChoice
          identities={compared.identities}
          chosen={form.identity}
          onChoose={(index) => set(replaced ? { identity: index } : withIdentity(form, index, preview, apps))}
        />
      )}
      {preview.kind === 'apns-p8' && <SigningKeyFields form={form} errorOf={errorOf} onChange={set} focused />}
      {!replaced && (
        <>
          <FieldGrid lead>
            <TextField
              label={t('credentials.field.name')}
              error={errorOf('name')}
              value={form.name}
              onText={(name) => set({ name })}
              focused={preview.kind !== 'apns-p8'}
            />
            <ChoiceField
              label={t('credentials.field.app')}
              value={form.appId ?? ''}
              choices={[
                { value: '', label: t('credentials.field.app.none') },
                ...apps.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChoose={(id) => set(withImportApp(id === '' ? null : id, apps, preview))}
            />
          </FieldGrid>
          {app && (
            <ToggleRow
              label={t('credentials.import.useForApp', {
                app: app.name,
                vendor: vendors.find(({ id }) => id === preview.vendor)?.label ?? preview.vendor,
              })}
              hint={t('credentials.import.useForApp.hint')}
              on={form.useForApp}
              onChange={(useForApp) => set({ useForApp })}
            />
          )}
        </>
      )}
      {identity && (
        <>
          <div className={css['chips']}>
            <FactChips facts={identity.facts} nowMs={nowMs} />
          </div>
          <div className={css['findings']}>
            <Findings findings={identity.findings} />
          </div>
          {preview.kind !== 'apns-p8' && <FactsView facts={identity.facts} nowMs={nowMs} />}
        </>
      )}
    </form>
  );
}
