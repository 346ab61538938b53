import { useMemo, useState } from 'react';
import { useWords } from '../../../../i18n/index.ts';
import { useFrom, useStores } from '../../../../stores/index.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../../ui/field.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { Banner, FailureNote } from '../../../../ui/notes.tsx';
import { keepEntry } from '../../editor/keep-entry.ts';
import { useCall } from '../../editor/use-call.ts';
import { matchPhrase, newRule, targetText } from '../../model/rule-form.ts';
import { findRules, type Found, type FoundRule } from './found.ts';
import css from './import.module.css';

function FoundList(props: {
  readonly rules: readonly FoundRule[];
  readonly left: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly onLeave: (id: string, isLeft: boolean) => void;
}) {
  const { rules, left, known, onLeave } = props;
  const { t, say } = useWords();
  return (
    <ul className={css['found']} aria-label={t('credentials.rulesImport.found')}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <label>
            <input
              type="checkbox"
              checked={!left.has(rule.id)}
              onChange={(event) => onLeave(rule.id, !event.currentTarget.checked)}
            />
            <span>
              <b>{rule.name}</b>
              <code>{say(matchPhrase(rule.match))}</code>
              <code>→ {targetText(rule.target)}</code>
              <small>{rule.from}</small>
              {known.has(JSON.stringify(rule.match)) && <small>{t('credentials.rulesImport.known')}</small>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ found }: { readonly found: Found }) {
  const { t } = useWords();
  if (found.kind === 'broken') {
    const { line, column, reason, detail } = found.problem;
    return (
      <Banner tone="rejected">
        {t('credentials.rulesImport.broken', { line, column })}{' '}
        {t(`credentials.rulesImport.reason.${reason}`, { detail })}
      </Banner>
    );
  }
  if (found.kind === 'other')
    return <Banner tone="warning">{t('credentials.rulesImport.other', { root: found.root })}</Banner>;
  const n = found.rules.length;
  return (
    <Banner tone={n > 0 ? 'accepted' : 'warning'}>
      {t(n > 0 ? 'credentials.rulesImport.read' : 'credentials.rulesImport.nothing', {
        file: t(`credentials.rulesImport.file.${found.kind}`),
        n,
      })}
    </Banner>
  );
}

/** Rules from the files of an app: what is found is shown, and only what stays ticked is taken. */
export function RulesImport({
  appId,
  open,
  onClose,
}: {
  readonly appId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const stores = useStores();
  const rules = useFrom('workspace', (state) => state.rules);
  const call = useCall();
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => (text.trim() === '' ? null : findRules(text)), [text]);
  const known = useMemo(
    () => new Set(rules.filter((rule) => rule.appId === appId).map((rule) => JSON.stringify(rule.match))),
    [rules, appId],
  );
  const take = (next: string) => {
    setText(next);
    // What the app has already is shown and not taken twice.
    const read = findRules(next);
    setLeft(
      new Set(
        'rules' in read ? read.rules.filter((rule) => known.has(JSON.stringify(rule.match))).map(({ id }) => id) : [],
      ),
    );
  };
  const close = () => {
    setText('');
    onClose();
  };
  const chosen = found && 'rules' in found ? found.rules.filter(({ id }) => !left.has(id)) : [];
  const create = () =>
    void call.run(async () => {
      for (const [index, { name, match, target }] of chosen.entries()) {
        const form = newRule(appId, rules);
        const kept = await stores.client.workspace.rules.create({
          ...form,
          position: form.position + index,
          name,
          match,
          target,
        });
        keepEntry(stores, 'rule', kept.id, kept);
      }
      stores.ui.say(t('credentials.rulesImport.taken', { n: chosen.length }));
      close();
    });
  return (
    <Dialog
      open={open}
      onClose={close}
      wide
      title={t('credentials.rulesImport.title')}
      about={t('credentials.rulesImport.about')}
      foot={
        <>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button look="primary" disabled={chosen.length === 0} onClick={create}>
            {t('credentials.rulesImport.take', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={css['import']}>
        <FileDrop
          title={t('credentials.rulesImport.drop')}
          about="AndroidManifest.xml, Info.plist, *.entitlements"
          accept=".xml,.plist,.entitlements"
          takesAll={false}
          onFiles={([file]) => void file?.text().then(take)}
        />
        <Field label={t('credentials.rulesImport.paste')} stacked>
          {(ids) => <TextArea {...ids} mono value={text} placeholder="<manifest …>" onText={take} />}
        </Field>
        {call.failure && <FailureNote failure={call.failure} />}
        {found && <Outcome found={found} />}
        {found && 'rules' in found && (
          <FoundList
            rules={found.rules}
            left={left}
            known={known}
            onLeave={(id, isLeft) =>
              setLeft((before) => new Set(isLeft ? [...before, id] : [...before].filter((one) => one !== id)))
            }
          />
        )}
      </div>
    </Dialog>
  );
}
