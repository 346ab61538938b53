import type { App, Rule } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import { ChoiceField, SegmentField, TextField } from '../editor/fields.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { EntryHead, FieldGrid, Section } from '../editor/section.tsx';
import { useEditor, type Editor } from '../editor/use-editor.ts';
import { KindMark } from '../list/kind-mark.tsx';
import { entryKey } from '../model/chosen.ts';
import {
  holesOf,
  makeTarget,
  matchPhrase,
  newRule,
  ruleForm,
  ruleProblems,
  strangeHole,
  targetText,
  type RuleForm,
} from '../model/rule-form.ts';
import { MatchFields } from './match-fields.tsx';
import { RulesPanel, type Trial } from './rules-panel.tsx';

/** A redirect rule beside the others of its app, tried while it is edited. `rule` null: a new one for `forApp`. */
export function RuleEditor(props: {
  readonly rule: Rule | null;
  readonly forApp: App | null;
  readonly next: string;
  readonly trial: Trial;
}) {
  const { rule, next, trial } = props;
  const { t, say } = useWords();
  const stores = useStores();
  const apps = useFrom('workspace', (state) => state.apps);
  const rules = useFrom('workspace', (state) => state.rules);
  const editor = useEditor<RuleForm>({
    stored: rule ? ruleForm(rule) : newRule(props.forApp?.id ?? apps[0]?.id ?? '', rules),
    isNew: rule === null,
    name: (form) => form.name || say(matchPhrase(form.match)),
    problems: ruleProblems,
    save: async (form, changed) => {
      const { rules: calls } = stores.client.workspace;
      const kept = rule ? await calls.update({ id: rule.id, ...changed }) : await calls.create(form);
      keepEntry(stores, 'rule', kept.id, kept);
      if (rule) return;
      stores.ui.guardLeaving(null);
      stores.ui.choose('credentials', entryKey('rule', kept.id));
    },
  });
  const { value, set, errorOf } = editor;

  return (
    <EditorPane
      kind="rule"
      id={rule?.id ?? ''}
      name={rule ? rule.name || say(matchPhrase(rule.match)) : ''}
      editor={editor}
      next={next}
      removeAbout={t('credentials.remove.about.rule')}
      side={<RulesPanel appId={value.appId} trial={trial} draft={{ ...value, id: rule?.id ?? '' }} />}
    >
      <EntryHead
        mark={<KindMark kind="rule" />}
        title={value.name || t('credentials.new.rule')}
        about={`${say(matchPhrase(value.match))} → ${targetText(value.target)}`}
      />
      <FieldGrid>
        <TextField
          label={t('credentials.field.name')}
          hint={t('credentials.field.ruleName.hint')}
          value={value.name}
          onText={(name) => set({ name })}
          focused={rule === null}
        />
        <ChoiceField
          label={t('credentials.field.app')}
          error={errorOf('appId')}
          value={value.appId}
          choices={apps.map((app) => ({ value: app.id, label: app.name }))}
          onChoose={(appId) => set({ appId })}
        />
      </FieldGrid>
      <ToggleRow
        label={t('credentials.field.enabled')}
        hint={t('credentials.field.enabled.hint')}
        on={value.enabled}
        onChange={(enabled) => set({ enabled })}
      />
      <MatchFields editor={editor} />
      <TargetFields editor={editor} />
    </EditorPane>
  );
}

function TargetFields({ editor }: { readonly editor: Editor<RuleForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const { match, target } = value;
  const strange = strangeHole(match, target);
  const holes = holesOf(match)
    .map((hole) => `{${hole}}`)
    .join(' ');
  return (
    <Section title={t('credentials.rules.then')}>
      <SegmentField
        label={t('credentials.field.target')}
        value={target.kind}
        segments={(['screen', 'url'] as const).map((kind) => ({ value: kind, label: t(`credentials.target.${kind}`) }))}
        onChange={(kind) => set({ target: makeTarget(kind, targetText(target)) })}
      />
      <TextField
        label={t(`credentials.field.target.${target.kind}`)}
        hint={
          strange === null
            ? `${t(`credentials.target.${target.kind}.about`)} ${t(`credentials.holes.${match.kind}`, { holes })}`
            : t('credentials.holes.strange', { hole: `{${strange}}`, holes })
        }
        error={errorOf('target')}
        value={targetText(target)}
        onText={(text) => set({ target: makeTarget(target.kind, text) })}
        placeholder={target.kind === 'screen' ? 'chat/{value}' : 'myapp://chat/{value}'}
        mono
      />
    </Section>
  );
}
