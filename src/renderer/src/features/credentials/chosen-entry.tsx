import type { Credential } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Pane } from '../../ui/pane.tsx';
import { AccountEditor } from './account/account-editor.tsx';
import { AppEditor } from './app/app-editor.tsx';
import { CredentialDetail } from './credential/credential-detail.tsx';
import { DeviceEditor } from './device/device-editor.tsx';
import { GroupEditor } from './group/group-editor.tsx';
import { entryKey, parseChosen, type EntryKind } from './model/chosen.ts';
import type { EntryGroup } from './model/entry-rows.ts';
import { neighbourOf } from './model/entry-steps.ts';
import { RuleEditor } from './rules/rule-editor.tsx';
import type { Trial } from './rules/rules-panel.tsx';
import { SwitchesPane } from './switches/switches-pane.tsx';

interface ChosenEntryProps {
  readonly chosen: string;
  readonly groups: readonly EntryGroup[];
  readonly nowMs: number;
  readonly trial: Trial;
  readonly onAdd: (kind: EntryKind) => void;
  readonly onRenew: (credential: Credential) => void;
}

const byId = <T extends { readonly id: string }>(list: readonly T[], id: string): T | null =>
  list.find((one) => one.id === id) ?? null;

/** The editor of what is chosen: an entry, a form for a new one, or words where there is neither. */
export function ChosenEntry(props: ChosenEntryProps) {
  const { chosen: key, groups, trial } = props;
  const workspace = useFrom('workspace', (state) => state);
  const credentials = useFrom('credentials', (state) => state.credentials);
  const chosen = parseChosen(key);
  if (chosen.state === 'none') return <NothingChosen onAdd={props.onAdd} />;

  if (chosen.state === 'switches') return <SwitchesPane key={key} at={chosen.id} />;

  const isNew = chosen.state === 'new';
  const id = isNew ? '' : chosen.id;
  const forId = isNew ? chosen.forId : null;
  const forApp = byId(workspace.apps, forId ?? '');
  const forAccount = byId(workspace.accounts, forId ?? '');
  const back = forApp ? entryKey('app', forApp.id) : forAccount ? entryKey('account', forAccount.id) : '';
  const next = isNew ? back : neighbourOf(groups, key);
  const needsApp = chosen.kind === 'device' || chosen.kind === 'rule';
  if (isNew && needsApp && workspace.apps.length === 0) return <NeedsApp kind={chosen.kind} onAdd={props.onAdd} />;

  switch (chosen.kind) {
    case 'credential': {
      const credential = byId(credentials, id);
      return credential ? (
        <CredentialDetail
          key={key}
          credential={credential}
          next={next}
          nowMs={props.nowMs}
          onRenew={() => props.onRenew(credential)}
        />
      ) : (
        <Gone kind="credential" />
      );
    }
    case 'app': {
      const app = byId(workspace.apps, id);
      return app || isNew ? <AppEditor key={key} app={app} next={next} trial={trial} /> : <Gone kind="app" />;
    }
    case 'account': {
      const account = byId(workspace.accounts, id);
      return account || isNew ? <AccountEditor key={key} account={account} next={next} /> : <Gone kind="account" />;
    }
    case 'group': {
      const group = byId(workspace.groups, id);
      return group || isNew ? <GroupEditor key={key} group={group} next={next} /> : <Gone kind="group" />;
    }
    case 'device': {
      const device = byId(workspace.devices, id);
      return device || isNew ? (
        <DeviceEditor key={key} device={device} forApp={forApp} forAccount={forAccount} next={next} />
      ) : (
        <Gone kind="device" />
      );
    }
    case 'rule': {
      const rule = byId(workspace.rules, id);
      return rule || isNew ? (
        <RuleEditor key={key} rule={rule} forApp={forApp} next={next} trial={trial} />
      ) : (
        <Gone kind="rule" />
      );
    }
  }
}

/** An empty workspace: what belongs here, and the two ways to begin. */
function NothingChosen({ onAdd }: { readonly onAdd: (kind: EntryKind) => void }) {
  const { t } = useWords();
  return (
    <Pane title={t('credentials.nothing')}>
      <EmptyState
        title={t('credentials.nothing.title')}
        actions={
          <>
            <Button look="primary" onClick={() => onAdd('credential')}>
              {t('credentials.add.credential')}
            </Button>
            <Button onClick={() => onAdd('app')}>{t('credentials.add.app')}</Button>
          </>
        }
      >
        {t('credentials.nothing.text')}
      </EmptyState>
    </Pane>
  );
}

/** A phone or a rule belongs to an app, and there is none yet. */
function NeedsApp({ kind, onAdd }: { readonly kind: EntryKind; readonly onAdd: (kind: EntryKind) => void }) {
  const { t } = useWords();
  return (
    <Pane title={t(`credentials.new.${kind}`)}>
      <EmptyState
        title={t('credentials.needsApp.title')}
        actions={
          <Button look="primary" onClick={() => onAdd('app')}>
            {t('credentials.add.app')}
          </Button>
        }
      >
        {t(`credentials.needsApp.${kind}`)}
      </EmptyState>
    </Pane>
  );
}

/** The address names an entry that is not (or no longer) there. */
function Gone({ kind }: { readonly kind: EntryKind }) {
  const { t } = useWords();
  return (
    <Pane title={t(`credentials.one.${kind}`)}>
      <EmptyState title={t('credentials.gone.title')}>{t('credentials.gone.text')}</EmptyState>
    </Pane>
  );
}
