import type { Account, App, Device, GateResult, Group, Phrase } from '../../../../../shared/contract/index.ts';
import { reasonOf } from './answer.ts';
import { moreMends } from './more-mends.ts';
import {
  addElement,
  emptyElement,
  patchMessage,
  patchPush,
  setElement,
  talkIn,
  type MessageDraft,
} from './message-draft.ts';

/** Names of the form's fields that a mend can lead to. */
export type FieldName = 'push.desc' | `element.${number}`;

/** One thing that would turn the gate's no into a yes, and the words of its button. */
export type Mend = { readonly label: Phrase } & (
  | {
      readonly kind: 'message';
      readonly change: (draft: MessageDraft) => MessageDraft;
      /** The field where the person goes on writing. */
      readonly focus?: FieldName;
    }
  /** `state` absent: the background. */
  | { readonly kind: 'app-state'; readonly deviceId: string; readonly state?: 'killed' }
  | { readonly kind: 'device'; readonly deviceId: string; readonly patch: Partial<Device> }
  | { readonly kind: 'account'; readonly id: string; readonly patch: Partial<Account> }
  | { readonly kind: 'group'; readonly id: string; readonly patch: Partial<Group> }
  | { readonly kind: 'app'; readonly id: string; readonly patch: Partial<App> }
  | { readonly kind: 'allow-notifications' | 'report-token' | 'new-token'; readonly deviceId: string }
  | { readonly kind: 'go'; readonly place: 'phones' | 'credentials'; readonly chosen: string }
);

export interface MendContext {
  readonly draft: MessageDraft;
  readonly device: Device;
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly apps: readonly App[];
  /** What to write where a text is missing. */
  readonly sampleText: string;
}

const label = (id: string, params: Phrase['params'] = {}): Phrase => ({ id: `compose.mend.${id}`, params });

/** A text where there is none: OfflinePushInfo.Desc where that object is used, else the element that can carry it. */
const giveText = ({ draft, sampleText }: MendContext): Mend => {
  const { offlinePush, elements } = draft.message;
  const words = label('text');
  if (offlinePush) {
    const change = (one: MessageDraft) => patchPush(one, { desc: sampleText });
    return { kind: 'message', label: words, change, focus: 'push.desc' };
  }
  const found = elements.findIndex((element) => element.kind === 'custom' || element.kind === 'text');
  const index = found < 0 ? elements.length : found;
  const change = (one: MessageDraft) => {
    const element = one.message.elements[index];
    if (element?.kind === 'custom') return setElement(one, index, { ...element, desc: sampleText });
    if (element?.kind === 'text') return setElement(one, index, { ...element, text: sampleText });
    return addElement(one, { kind: 'text', text: sampleText });
  };
  return { kind: 'message', label: words, change, focus: `element.${index}` };
};

const sendToSomebodyElse = ({ draft, accounts }: MendContext): Mend => {
  const other = accounts.find((account) => account.userId !== draft.message.from);
  if (!other) return { kind: 'go', label: label('add-account'), place: 'credentials', chosen: '' };
  return {
    kind: 'message',
    label: label('other-recipient', { user: other.nickname || other.userId }),
    change: (one) => patchMessage(one, { conversation: { kind: 'c2c', to: other.userId } }),
  };
};

const useAGroup = ({ accounts, groups }: MendContext): Mend => {
  const [group] = groups;
  if (!group) return { kind: 'go', label: label('add-group'), place: 'credentials', chosen: '' };
  return {
    kind: 'message',
    label: label('other-group', { group: group.name || group.groupId }),
    change: (one) => talkIn(talkIn(one, 'c2c', { accounts, groups }), 'group', { accounts, groups }),
  };
};

const change = (id: string, apply: (draft: MessageDraft) => MessageDraft): Mend => ({
  kind: 'message',
  label: label(id),
  change: apply,
});

/** By gate and reason. A gate that is not here has nothing that one press could change. */
const mends: Readonly<Record<string, (context: MendContext) => Mend>> = {
  'valid-message.no-elements': () => ({
    kind: 'message',
    label: label('add-text'),
    change: (one) => addElement(one, emptyElement('text')),
    focus: 'element.0',
  }),
  'valid-message.no-group': useAGroup,
  'chat-message.system': () => change('chat', (one) => patchMessage(one, { messageClass: 'chat' })),
  'stored-offline.online-only': () => change('store', (one) => patchMessage(one, { onlineUserOnly: false })),
  'stored-offline.no-lifetime': () => change('lifetime', (one) => patchMessage(one, { lifetimeSeconds: undefined })),
  'not-self.self': sendToSomebodyElse,
  'push-flag.off': () => change('push-flag', (one) => patchPush(one, { disabled: false })),
  'text-available.custom': giveText,
  'text-available.empty': giveText,
  ...Object.fromEntries(
    ['foreground', 'background-unreported', 'unreachable', 'logged-out', 'kicked', 'never'].map((reason) => [
      `recipient-state.${reason}`,
      ({ device, account }: MendContext): Mend => ({
        kind: 'app-state',
        label: label(`state.${reason}`, { user: account.nickname || account.userId }),
        deviceId: device.id,
      }),
    ]),
  ),
  'global-switch.off': ({ account }) => ({
    kind: 'account',
    label: label('switch-on', { user: account.nickname || account.userId }),
    id: account.id,
    patch: { pushEnabled: true },
  }),
  'token-reported.before-login': ({ device }) => ({
    kind: 'report-token',
    label: label('report-token'),
    deviceId: device.id,
  }),
  'notifications-allowed.no': ({ device }) => ({
    kind: 'allow-notifications',
    label: label('allow'),
    deviceId: device.id,
  }),
};

/** Every way to let the push through this gate, the most direct first; empty when it passes or nothing here can mend it. */
export const mendsOf = (gate: GateResult, context: MendContext): readonly Mend[] => {
  if (gate.outcome === 'passed' || gate.outcome === 'not-reached') return [];
  const key = `${gate.id}.${reasonOf(gate)}`;
  const found = [mends[key]?.(context), ...(moreMends[key] ?? []).map((make) => make(context, gate))];
  const ways = found.filter((mend) => mend !== null && mend !== undefined);
  const toCredentials = { kind: 'go', label: label('open-credentials'), place: 'credentials', chosen: '' } as const;
  return gate.id === 'certificate-fits' ? [...ways, toCredentials] : ways;
};

/** The most direct of them; null when there is none. */
export const mendOf = (gate: GateResult, context: MendContext): Mend | null => mendsOf(gate, context)[0] ?? null;
