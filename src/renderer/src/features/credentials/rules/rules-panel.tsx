import { FileInput, Plus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { Rule, RuleDraft, RuleTrial } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { Bare } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { useCall } from '../editor/use-call.ts';
import { entryKey, newKey } from '../model/chosen.ts';
import { inOrder, moveRule, targetText } from '../model/rule-form.ts';
import { RulesImport } from './import/import-dialog.tsx';
import { RuleRow } from './rule-row.tsx';
import { useTrial } from './use-trial.ts';
import css from './rules-panel.module.css';

type Tried = RuleTrial['tried'][number];

/** The text that rules are tried with; it stays while somebody goes from rule to rule. */
export interface Trial {
  readonly ext: string;
  readonly onExt: (ext: string) => void;
}

/** The redirect rules of an app in their order, and a text to try them with. */
export function RulesPanel(props: {
  readonly appId: string;
  readonly trial: Trial;
  /** The rule being edited. */
  readonly draft?: RuleDraft;
}) {
  const { t } = useWords();
  const { ui } = useStores();
  const id = useId();
  const [isImporting, setIsImporting] = useState(false);
  const rules = useFrom('workspace', (state) => state.rules);
  const { appId, trial, draft } = props;
  const ordered = useMemo(() => inOrder(rules, appId), [rules, appId]);
  const answer = useTrial(appId, trial.ext, draft ?? null);
  const actions = useRuleActions(ordered);
  return (
    <section className={css['panel']} aria-labelledby={id}>
      <header className={css['head']}>
        <h3 id={id}>{t('credentials.many.rule')}</h3>
        <span className={css['buttons']}>
          <Button small icon={<FileInput />} onClick={() => setIsImporting(true)}>
            {t('credentials.rulesImport.open')}
          </Button>
          <Button small icon={<Plus />} onClick={() => ui.choose('credentials', newKey('rule', appId))}>
            {t('credentials.add.rule')}
          </Button>
        </span>
        <RulesImport appId={appId} open={isImporting} onClose={() => setIsImporting(false)} />
      </header>
      <p className={css['about']}>{t('credentials.rules.about')}</p>
      {actions.failure && <FailureNote failure={actions.failure} />}
      {ordered.length === 0 && <p className={css['none']}>{t('credentials.rules.none')}</p>}
      <ol className={css['rules']}>
        {ordered.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            isEdited={draft?.id === rule.id}
            isFirst={index === 0}
            isLast={index === ordered.length - 1}
            outcome={answer?.trial?.tried.find(({ ruleId }) => ruleId === rule.id) ?? null}
            onEdit={() => ui.choose('credentials', entryKey('rule', rule.id))}
            onMove={(by) => actions.move(rule.id, by)}
            onEnable={(enabled) => actions.enable(rule.id, enabled)}
            onDuplicate={() => actions.duplicate(rule.id)}
            onRemove={() => actions.remove(rule.id)}
          />
        ))}
      </ol>
      <div className={css['try']}>
        <Field label={t('credentials.trial')} hint={t('credentials.trial.hint')} stacked>
          {(ids) => (
            <TextArea
              {...ids}
              mono
              value={trial.ext}
              placeholder={t('credentials.trial.placeholder')}
              onText={trial.onExt}
            />
          )}
        </Field>
        {answer?.failure && <FailureNote failure={answer.failure} />}
        {answer?.trial && <TrialResult trial={answer.trial} alone={answer.alone} />}
      </div>
    </section>
  );
}

/** Where the first matching rule leads, in a sentence. */
function TrialResult({ trial, alone }: { readonly trial: RuleTrial; readonly alone: Tried | null }) {
  const { t } = useWords();
  const matched = trial.tried.find(({ ruleId }) => ruleId === trial.matchedRuleId);
  return (
    <div className={css['result']} role="status">
      {matched && trial.target ? (
        <>
          <Bare tone="accepted">
            {t('credentials.trial.matched', { name: matched.name || t('credentials.rules.unnamed') })}
          </Bare>
          <p>
            {t(`credentials.trial.opens.${trial.target.kind}`)} <code>{targetText(trial.target)}</code>
          </p>
        </>
      ) : (
        <>
          <Bare tone="warning">{t('credentials.trial.noMatch')}</Bare>
          <p>{t('credentials.trial.noMatch.about')}</p>
        </>
      )}
      {alone && <DraftResult alone={alone} isDeciding={alone.ruleId === trial.matchedRuleId} />}
    </div>
  );
}

/** What the rule in the form says, when it is not the one that decides. */
function DraftResult({ alone, isDeciding }: { readonly alone: Tried; readonly isDeciding: boolean }) {
  const { t } = useWords();
  return (
    <>
      {alone.outcome === 'broken' && (
        <p className={css['own']} data-tone="rejected">
          {t('credentials.trial.own.broken', { detail: alone.detail ?? '' })}
        </p>
      )}
      {alone.outcome === 'too-slow' && (
        <p className={css['own']} data-tone="rejected">
          {t('credentials.trial.own.tooSlow')}
        </p>
      )}
      {alone.outcome === 'no-match' && <p className={css['own']}>{t('credentials.trial.own.noMatch')}</p>}
      {alone.outcome === 'matched' && !isDeciding && (
        <p className={css['own']} data-tone="warning">
          {t('credentials.trial.own.later')}
        </p>
      )}
      <p className={css['note']}>{t('credentials.trial.draft')}</p>
    </>
  );
}

/** What can be done to a rule without opening it; each takes effect at once. */
const useRuleActions = (ordered: readonly Rule[]) => {
  const { t } = useWords();
  const stores = useStores();
  const call = useCall();
  const { rules: calls } = stores.client.workspace;
  const patch = async (change: Parameters<typeof calls.update>[0]) =>
    keepEntry(stores, 'rule', change.id, await calls.update(change));
  return {
    failure: call.failure,
    enable: (id: string, enabled: boolean) => void call.run(() => patch({ id, enabled })),
    move: (id: string, by: -1 | 1) =>
      void call.run(async () => {
        for (const change of moveRule(ordered, id, by)) await patch(change);
        const place = ordered.findIndex((rule) => rule.id === id) + by + 1;
        stores.ui.say(t('credentials.rules.moved', { place, total: ordered.length }));
      }),
    duplicate: (id: string) =>
      void call.run(async () => {
        const copy = await calls.duplicate({ id });
        keepEntry(stores, 'rule', copy.id, copy);
      }),
    remove: (id: string) =>
      void call.run(async () => {
        await calls.remove({ id });
        keepEntry(stores, 'rule', id, null);
      }),
  };
};
