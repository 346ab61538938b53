import type { App } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import { ChoiceField, TextField } from '../editor/fields.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { Links } from '../editor/links.tsx';
import { EntryHead, FieldGrid, Section } from '../editor/section.tsx';
import { useEditor } from '../editor/use-editor.ts';
import { KindMark } from '../list/kind-mark.tsx';
import { categoriesOf } from '../model/app-actions.ts';
import { appForm, appProblems, newApp, tidyApp, withIdentifier, type AppForm } from '../model/app-form.ts';
import { entryKey, newKey } from '../model/chosen.ts';
import { RulesPanel, type Trial } from '../rules/rules-panel.tsx';
import { Actions } from './app-actions.tsx';
import { AppCredentials } from './app-credentials.tsx';
import { Channels, Sounds, Templates } from './app-lists.tsx';
import { ConsoleSettings } from './console-settings.tsx';
import { SetupSteps } from './setup-steps.tsx';

const loginPolicies = ['multi', 'triple', 'dual', 'single'] as const;

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
      const { categories: rows, ...patch } = tidyApp(changed);
      const { categories, ...all } = tidyApp(form);
      const kept = app
        ? await calls.update({ id: app.id, ...patch, ...(rows && { categories: categoriesOf(rows) }) })
        : await calls.create({ ...all, categories: categoriesOf(categories) });
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
      <ConsoleSettings editor={editor} />
      <Channels editor={editor} />
      <Actions editor={editor} />
      <Sounds editor={editor} />
      <Templates editor={editor} />
      <ToggleRow
        label={t('credentials.field.presentsInForeground')}
        hint={t('credentials.field.presentsInForeground.hint')}
        on={value.presentsInForeground}
        onChange={(presentsInForeground) => set({ presentsInForeground })}
      />
      <FieldGrid>
        <ChoiceField
          label={t('credentials.field.loginPolicy')}
          hint={`${t(`credentials.loginPolicy.${value.loginPolicy}.about`)} ${t('credentials.loginPolicy.when')}`}
          value={value.loginPolicy}
          choices={loginPolicies.map((policy) => ({ value: policy, label: t(`credentials.loginPolicy.${policy}`) }))}
          onChoose={(loginPolicy) => set({ loginPolicy })}
        />
      </FieldGrid>
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
