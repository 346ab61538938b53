import type { App } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { TextInput } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import { TextField } from '../editor/fields.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { Links } from '../editor/links.tsx';
import { EntryHead, FieldGrid, Section } from '../editor/section.tsx';
import { useEditor, type Editor } from '../editor/use-editor.ts';
import { KindMark } from '../list/kind-mark.tsx';
import { appForm, appProblems, newApp, tidyApp, withIdentifier, type AppForm } from '../model/app-form.ts';
import { entryKey, newKey } from '../model/chosen.ts';
import { RulesPanel, type Trial } from '../rules/rules-panel.tsx';
import { AppCredentials } from './app-credentials.tsx';
import { SetupSteps } from './setup-steps.tsx';
import css from './app-editor.module.css';

/** An app under test with its redirect rules. `app` null: a new one. */
export function AppEditor(props: { readonly app: App | null; readonly next: string; readonly trial: Trial }) {
  const { app, next, trial } = props;
  const { t } = useWords();
  const stores = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const editor = useEditor<AppForm>({
    stored: app ? appForm(app) : newApp,
    isNew: app === null,
    name: ({ name }) => name,
    problems: appProblems,
    save: async (form, changed) => {
      const { apps: calls } = stores.client.workspace;
      const kept = app ? await calls.update({ id: app.id, ...tidyApp(changed) }) : await calls.create(tidyApp(form));
      keepEntry(stores, 'app', kept.id, kept);
      if (app) return;
      stores.ui.guardLeaving(null);
      stores.ui.choose('credentials', entryKey('app', kept.id));
    },
  });
  const { value, set, errorOf } = editor;

  return (
    <EditorPane
      kind="app"
      id={app?.id ?? ''}
      name={app?.name ?? ''}
      editor={editor}
      next={next}
      removeAbout={t('credentials.remove.about.app')}
      side={app ? <RulesPanel appId={app.id} trial={trial} /> : undefined}
    >
      <EntryHead
        mark={<KindMark kind="app" />}
        title={value.name || t('credentials.new.app')}
        about={[...new Set(Object.values(value.identifiers))].join(' · ') || t('credentials.app.about')}
      />
      <FieldGrid>
        <TextField
          label={t('credentials.field.name')}
          error={errorOf('name')}
          value={value.name}
          onText={(name) => set({ name })}
          focused={app === null}
        />
      </FieldGrid>
      <Section title={t('credentials.app.identifiers')} about={t('credentials.app.identifiers.about')}>
        <FieldGrid>
          {(['ios', 'android', 'harmony'] as const).map((platform) => (
            <TextField
              key={platform}
              label={t(`credentials.identifier.${platform}`)}
              error={/\s/.test(value.identifiers[platform]?.trim() ?? '') ? errorOf('identifiers') : undefined}
              value={value.identifiers[platform] ?? ''}
              onText={(text) => set(withIdentifier(value, platform, text))}
              placeholder="com.example.app"
              mono
            />
          ))}
        </FieldGrid>
      </Section>
      {app && <SetupSteps app={app} />}
      <AppCredentials form={value} onChange={set} />
      <Channels editor={editor} />
      <ToggleRow
        label={t('credentials.field.presentsInForeground')}
        hint={t('credentials.field.presentsInForeground.hint')}
        on={value.presentsInForeground}
        onChange={(presentsInForeground) => set({ presentsInForeground })}
      />
      {app && (
        <Links
          title={t('credentials.many.device')}
          none={t('credentials.app.noDevices')}
          kind="device"
          links={devices
            .filter((device) => device.appId === app.id)
            .map((device) => ({ key: entryKey('device', device.id), name: device.name }))}
          addKey={newKey('device', app.id)}
        />
      )}
    </EditorPane>
  );
}

function Channels({ editor }: { readonly editor: Editor<AppForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const error = errorOf('channelIds');
  return (
    <Section title={t('credentials.channels')} about={t('credentials.channels.about')}>
      <div className={css['channels']}>
        <RowList
          label={t('credentials.channels')}
          rows={value.channelIds}
          onChange={(channelIds) => set({ channelIds: [...channelIds] })}
          blank=""
          addLabel={t('credentials.channels.add')}
          removeLabel={(id) => t('credentials.channels.remove', { id })}
          empty={t('credentials.channels.none')}
          render={(id, change, index) => (
            <TextInput
              aria-label={t('credentials.channels.id', { n: index + 1 })}
              aria-invalid={error !== undefined}
              mono
              value={id}
              onText={change}
            />
          )}
        />
      </div>
      {error !== undefined && (
        <p className={css['error']} role="alert">
          {error}
        </p>
      )}
    </Section>
  );
}
