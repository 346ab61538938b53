import { PenLine, RefreshCw, Stethoscope } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Credential } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Copyable } from '../../../ui/copy.tsx';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { VendorMark } from '../../../ui/marks.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { CheckDialog } from '../check/check-dialog.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { EntryHead, FieldGrid, Section } from '../editor/section.tsx';
import { useEditor } from '../editor/use-editor.ts';
import { SigningKeyFields } from '../import/signing-key-fields.tsx';
import { entryKey } from '../model/chosen.ts';
import { dayText } from '../model/dates.ts';
import { problemsOf, required } from '../model/draft.ts';
import { credentialPatch, p8Fields, signingKeyProblems, type SigningKeyForm } from '../model/import-form.ts';
import { FactChips, HealthChip } from './chips.tsx';
import { FactsView } from './facts-view.tsx';
import { Findings } from './findings.tsx';
import { UsedBy } from './used-by.tsx';

type CredentialForm = Pick<Credential, 'name' | 'appId'> & SigningKeyForm;

interface CredentialDetailProps {
  readonly credential: Credential;
  readonly next: string;
  readonly nowMs: number;
  readonly onRenew: () => void;
}

/** One credential: what is inside, how it is, what keeps it; its name and app can be changed. */
export function CredentialDetail({ credential, next, nowMs, onRenew }: CredentialDetailProps) {
  const { t, locale } = useWords();
  const stores = useStores();
  const apps = useFrom('workspace', (state) => state.apps);
  const nameField = useRef<HTMLDivElement>(null);
  const [isChecking, setIsChecking] = useState(false);
  const { id, facts } = credential;
  const editor = useEditor<CredentialForm>({
    stored: { name: credential.name, appId: credential.appId, ...p8Fields(facts) },
    isNew: false,
    name: ({ name }) => name,
    problems: (form) =>
      problemsOf<CredentialForm>({
        name: required(form.name, 'credentials.problem.name'),
        ...(facts.kind === 'apns-p8' ? signingKeyProblems(form) : {}),
      }),
    save: async (_value, changed) => {
      keepEntry(stores, 'credential', id, await stores.client.credentials.update({ id, ...credentialPatch(changed) }));
    },
  });
  const { value } = editor;

  return (
    <>
      <EditorPane
        kind="credential"
        id={id}
        name={credential.name}
        editor={editor}
        next={next}
        removeAbout={t('credentials.remove.about.credential', { id: credential.certificateId })}
        actions={
          <>
            <Button small icon={<Stethoscope />} onClick={() => setIsChecking(true)} disabled={credential.locked}>
              {t('credentials.check')}
            </Button>
            <Button small icon={<RefreshCw />} onClick={onRenew}>
              {t('credentials.renew')}
            </Button>
          </>
        }
        menu={[
          {
            id: 'rename',
            label: t('credentials.rename'),
            icon: <PenLine />,
            // The menu gives the focus back to its button first.
            onSelect: () => setTimeout(() => nameField.current?.querySelector('input')?.select()),
          },
        ]}
        side={<Findings findings={credential.findings} onRenew={onRenew} />}
      >
        {credential.locked && <Locked credential={credential} onRenew={onRenew} />}
        <EntryHead
          mark={<VendorMark vendor={credential.vendor} large />}
          title={facts.kind === 'apns-certificate' ? facts.certificate.commonName : credential.name}
          about={[
            t(`credentials.kind.${facts.kind}`),
            t(facts.kind === 'app-keys' ? 'credentials.keys.added' : 'credentials.imported', {
              day: dayText(credential.createdAtMs, locale),
            }),
            ...(credential.updatedAtMs > credential.createdAtMs
              ? [t('credentials.changed', { day: dayText(credential.updatedAtMs, locale) })]
              : []),
          ].join(' · ')}
          chips={
            <>
              <HealthChip credential={credential} nowMs={nowMs} />
              <FactChips facts={facts} nowMs={nowMs} />
            </>
          }
        />
        <FieldGrid lead>
          <div ref={nameField}>
            <Field label={t('credentials.field.name')} error={editor.errorOf('name')} stacked>
              {(ids) => <TextInput {...ids} value={value.name} onText={(name) => editor.set({ name })} />}
            </Field>
          </div>
          <Field label={t('credentials.field.app')} hint={t('credentials.field.app.hint')} stacked>
            {(ids) => (
              <Select
                {...ids}
                value={value.appId ?? ''}
                onChoose={(appId) => editor.set({ appId: appId === '' ? null : appId })}
                choices={[
                  { value: '', label: t('credentials.field.app.none') },
                  ...apps.map((app) => ({ value: app.id, label: app.name })),
                ]}
              />
            )}
          </Field>
        </FieldGrid>
        <Section title={t('credentials.certificateId')} about={t('credentials.certificateId.about')}>
          <Copyable
            text={String(credential.certificateId)}
            label={t('credentials.copy', { what: t('credentials.certificateId') })}
          />
        </Section>
        {facts.kind === 'apns-p8' && (
          <Section title={t('credentials.scope')} about={t('credentials.scope.about')}>
            <SigningKeyFields form={value} errorOf={editor.errorOf} onChange={editor.set} />
          </Section>
        )}
        <FactsView facts={facts} nowMs={nowMs} />
        <Section title={t('credentials.kept')}>
          <p>{t(`credentials.kept.${credential.sealer}`)}</p>
        </Section>
        <UsedBy credentialId={id} onChoose={(appId) => stores.ui.choose('credentials', entryKey('app', appId))} />
      </EditorPane>
      {isChecking && <CheckDialog credential={credential} onClose={() => setIsChecking(false)} />}
    </>
  );
}

/** Why the secret part cannot be opened now, and what opens it again. */
function Locked({ credential, onRenew }: { readonly credential: Credential; readonly onRenew: () => void }) {
  const { t } = useWords();
  return (
    <Banner
      tone="warning"
      action={
        <Button small onClick={onRenew}>
          {t(credential.facts.kind === 'app-keys' ? 'credentials.keys.again' : 'credentials.importAgain')}
        </Button>
      }
    >
      <strong>{t('credentials.locked.title')}</strong> {t(`credentials.locked.${credential.sealer}`)}
    </Banner>
  );
}
