import type { Account, App, Credential, Device, Rule, VendorId } from '../../../../../shared/contract/index.ts';
import type { WorkspaceState } from '../../../stores/workspace-store.ts';
import { counted } from '../../../ui/counted.ts';
import type { Tone } from '../../../ui/marks.tsx';
import { modelOf } from '../../phones/skins/models.ts';
import { entryKey, entryKinds, type EntryKind } from './chosen.ts';
import { daysLeft, healthOf } from './credential-state.ts';
import { inOrder, matchPhrase, targetText } from './rule-form.ts';

/** Looks a text up in the catalogue. */
export type Say = (id: string, params?: Readonly<Record<string, string | number>>) => string;

export { counted };

export interface EntryRow {
  /** As `chosen` names it. */
  readonly key: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly about: string;
  readonly vendor: VendorId | null;
  /** Said at the end of the row; null when there is nothing to say. */
  readonly state: { readonly tone: Tone; readonly words: string } | null;
}
export interface EntryGroup {
  readonly kind: EntryKind;
  readonly rows: readonly EntryRow[];
}
export interface Entries extends WorkspaceState {
  readonly credentials: readonly Credential[];
}

const row = (kind: EntryKind, id: string, over: Omit<EntryRow, 'key' | 'kind'>): EntryRow => ({
  key: entryKey(kind, id),
  kind,
  ...over,
});
const warns = (words: string): EntryRow['state'] => ({ tone: 'warning', words });
const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const credentialRow = (credential: Credential, t: Say, nowMs: number): EntryRow => {
  const { tone, word, count } = healthOf(credential, nowMs);
  const days = daysLeft(credential, nowMs);
  return row('credential', credential.id, {
    name: credential.name,
    about: join([
      t('credentials.row.id', { id: credential.certificateId }),
      days === null ? t(`credentials.kind.${credential.facts.kind}.short`) : daysWords(t, days),
    ]),
    vendor: credential.vendor,
    state: {
      tone,
      words: word === 'findings' ? counted(t, 'credentials.state.findings', count) : t(`credentials.state.${word}`),
    },
  });
};

const tokenState = (device: Device, t: Say): EntryRow['state'] => {
  if (device.token === null) return warns(t('credentials.state.noToken'));
  return device.tokenState === 'active' ? null : warns(t(`credentials.tokenState.${device.tokenState}`));
};
const deviceRow = (device: Device, accounts: readonly Account[], t: Say): EntryRow => {
  const owner = accounts.find((one) => one.userId === device.userId)?.nickname || device.userId;
  return row('device', device.id, {
    name: device.name,
    about: join([owner ?? t('credentials.row.nobody'), modelOf(device).label]),
    vendor: device.vendor,
    state: tokenState(device, t),
  });
};

const ruleRow = (rule: Rule, app: App, appCount: number, t: Say): EntryRow => {
  const match = matchPhrase(rule.match);
  const line = `${t(match.id, match.params)} → ${targetText(rule.target)}`;
  const isNamed = rule.name !== '';
  return row('rule', rule.id, {
    name: isNamed ? rule.name : line,
    about: join([appCount > 1 || !isNamed ? app.name : '', isNamed ? line : '']),
    vendor: null,
    state: rule.enabled ? null : { tone: 'imported', words: t('credentials.state.off') },
  });
};

/** `23 days left`, `expired 4 days ago`. */
export const daysWords = (t: Say, days: number): string =>
  days >= 0 ? counted(t, 'credentials.daysLeft', days) : counted(t, 'credentials.daysAgo', -days);

const rowsOf = (entries: Entries, t: Say, nowMs: number): Readonly<Record<EntryKind, () => readonly EntryRow[]>> => ({
  credential: () => entries.credentials.map((one) => credentialRow(one, t, nowMs)),
  app: () =>
    entries.apps.map((app) =>
      row('app', app.id, {
        name: app.name,
        about: [...new Set(Object.values(app.identifiers))].join(' · ') || t('credentials.row.noIdentifier'),
        vendor: null,
        state: null,
      }),
    ),
  account: () =>
    entries.accounts.map((account) =>
      row('account', account.id, {
        name: account.nickname || account.userId,
        about: account.userId,
        vendor: null,
        state: account.pushEnabled ? null : warns(t('credentials.state.pushOff')),
      }),
    ),
  group: () =>
    entries.groups.map((group) =>
      row('group', group.id, {
        name: group.name || group.groupId,
        about: join([group.groupId, counted(t, 'credentials.row.members', group.members.length)]),
        vendor: null,
        state: null,
      }),
    ),
  device: () => entries.devices.map((device) => deviceRow(device, entries.accounts, t)),
  rule: () =>
    entries.apps.flatMap((app) =>
      inOrder(entries.rules, app.id).map((rule) => ruleRow(rule, app, entries.apps.length, t)),
    ),
});

/** All entries as rows, in their groups. `nowMs` decides what has expired. */
export const groupEntries = (entries: Entries, t: Say, nowMs: number): readonly EntryGroup[] => {
  const rows = rowsOf(entries, t, nowMs);
  return entryKinds.map((kind) => ({ kind, rows: rows[kind]() }));
};
