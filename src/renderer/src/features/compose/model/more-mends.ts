import type { Account, Device, GateResult, Group, Message } from '../../../../../shared/contract/index.ts';
import type { Mend, MendContext } from './mend.ts';
import { patchMessage, patchPush, setElement, type MessageDraft } from './message-draft.ts';

type Make = (context: MendContext, gate: GateResult) => Mend | null;
const label = (id: string, params: Readonly<Record<string, string>> = {}) => ({ id: `compose.mend.${id}`, params });
const nameOf = ({ nickname, userId }: Account): string => nickname || userId;
/** The newest SDK the facts know. */
const newestSdk = '8.9';
const newestAndroid = '16';

const onDevice =
  (id: string, patch: Partial<Device>, params: Readonly<Record<string, string>> = {}): Make =>
  ({ device }) => ({ kind: 'device', label: label(id, params), deviceId: device.id, patch });
const onAccount =
  (id: string, patch: (context: MendContext) => Partial<Account>): Make =>
  (context) => ({
    kind: 'account',
    label: label(id, { user: nameOf(context.account) }),
    id: context.account.id,
    patch: patch(context),
  });
const inMessage = (id: string, change: (draft: MessageDraft) => MessageDraft): Mend => ({
  kind: 'message',
  label: label(id),
  change,
});
const inOptions = (id: string, options: Partial<NonNullable<Message['options']>>): Make => {
  const without = new Set(Object.keys(options));
  return () =>
    inMessage(id, (draft) => {
      const kept = Object.entries(draft.message.options ?? {}).filter(([name]) => !without.has(name));
      return patchMessage(draft, { options: kept.length === 0 ? undefined : Object.fromEntries(kept) });
    });
};
const groupOf = ({ draft, groups }: MendContext): Group | undefined => {
  const { conversation } = draft.message;
  return conversation.kind === 'group' ? groups.find((one) => one.groupId === conversation.groupId) : undefined;
};
const onGroup =
  (id: string, user: string | null, patch: (group: Group, context: MendContext) => Partial<Group>): Make =>
  (context) => {
    const group = groupOf(context);
    const params = { group: group?.name || (group?.groupId ?? ''), user: user ?? nameOf(context.account) };
    return group ? { kind: 'group', label: label(id, params), id: group.id, patch: patch(group, context) } : null;
  };
const onMember = (group: Group, userId: string, patch: Partial<Group['members'][number]>): Partial<Group> => ({
  members: group.members.map((one) => (one.userId === userId ? { ...one, ...patch } : one)),
});

/** Sender of the message as an account. */
const onSender =
  (id: string, patch: Partial<Account>): Make =>
  ({ draft, accounts }) => {
    const sender = accounts.find((one) => one.userId === draft.message.from);
    return sender ? { kind: 'account', label: label(id, { user: nameOf(sender) }), id: sender.id, patch } : null;
  };

const sendAsSomebody: Make = ({ accounts, account }) => {
  const other = accounts.find((one) => one.userId !== account.userId);
  return other
    ? {
        kind: 'message',
        label: label('sender', { user: nameOf(other) }),
        change: (draft) => patchMessage(draft, { from: other.userId }),
      }
    : null;
};

const receive: Make = (context, gate) => {
  const { account, draft } = context;
  if (draft.message.conversation.kind === 'group') {
    return onGroup('receive', null, (group) => onMember(group, account.userId, { receiveOption: 0 }))(context, gate);
  }
  const others = Object.entries(account.receiveOptions).filter(([userId]) => userId !== draft.message.from);
  return onAccount('receive', () => ({ receiveOptions: Object.fromEntries(others) }))(context, gate);
};
const mention: Make = ({ account, draft }) =>
  draft.message.conversation.kind === 'group'
    ? {
        kind: 'message',
        label: label('mention', { user: nameOf(account) }),
        change: (one) =>
          patchMessage(one, { groupAt: [...(one.message.groupAt ?? []), { all: false, userId: account.userId }] }),
      }
    : null;

const useChannel: Make = ({ apps, device }) => {
  const [channel] = apps.find((one) => one.id === device.appId)?.channelIds ?? [];
  return channel === undefined
    ? { kind: 'go', label: label('open-credentials'), place: 'credentials', chosen: '' }
    : {
        kind: 'message',
        label: label('channel', { channel }),
        change: (draft) => patchPush(draft, { androidChannelId: channel }),
      };
};
const addChannel: Make = ({ apps, device }, gate) => {
  const app = apps.find((one) => one.id === device.appId);
  const channel = String(gate.phrase.params?.['channel'] ?? '');
  return app && channel !== ''
    ? {
        kind: 'app',
        label: label('add-channel', { channel }),
        id: app.id,
        patch: { channelIds: [...app.channelIds, channel] },
      }
    : null;
};

const wrapExt: Make = () =>
  inMessage('wrap-ext', (draft) =>
    patchPush(draft, { ext: JSON.stringify({ ext: draft.message.offlinePush?.ext ?? '' }) }),
  );
const bareName = (sound: string): string => sound.replace(/\.\w+$/, '');
const dropSuffix: Make = () =>
  inMessage('no-suffix', (draft) => {
    const push = draft.message.offlinePush;
    const sound = push?.android?.sound ?? push?.sound;
    return sound === undefined ? draft : patchPush(draft, { android: { ...push?.android, sound: bareName(sound) } });
  });
const keepOneCustom: Make = () =>
  inMessage('one-custom', (draft) => {
    const first = draft.message.elements.findIndex((one) => one.kind === 'custom');
    const kept = draft.message.elements.map((one, index) => one.kind !== 'custom' || index === first);
    return {
      ...patchMessage(draft, { elements: draft.message.elements.filter((_, index) => kept[index]) }),
      keys: draft.keys.filter((_, index) => kept[index]),
    };
  });
const grant =
  (type: keyof Device['grantedTypes']): Make =>
  (context, gate) =>
    onDevice('grant', { grantedTypes: { ...context.device.grantedTypes, [type]: true } })(context, gate);
const otherEnvironment: Make = (context, gate) => {
  const environment = context.device.environment === 'sandbox' ? 'production' : 'sandbox';
  return onDevice('environment', { environment }, { environment })(context, gate);
};
const addSender: Make = (context, gate) => {
  const { from } = context.draft.message;
  return onGroup('add-member', from, (group) => ({ members: [...group.members, { userId: from, nameCard: '' }] }))(
    context,
    gate,
  );
};
/** The app gets a token from the vendor and reports it: what an app does on its own after it was installed anew. */
const newToken: Make = ({ device }) => ({ kind: 'new-token', label: label('new-token'), deviceId: device.id });
/** The system's own sound in the place of the one that the message, or the account, names. */
const defaultSound: Make = (context, gate) => {
  const { draft, account } = context;
  const { offlinePush, legacyPush, conversation, elements } = draft.message;
  if (offlinePush?.apns?.sound !== undefined || offlinePush?.sound !== undefined) {
    return inMessage('default-sound', (one) => {
      const push = one.message.offlinePush;
      return patchPush(one, { apns: { ...push?.apns, sound: 'default' } });
    });
  }
  if (legacyPush?.ios?.sound !== undefined) {
    return inMessage('default-sound', (one) => {
      const old = one.message.legacyPush;
      return patchMessage(one, { legacyPush: { ...old, ios: { ...old?.ios, sound: 'default' } } });
    });
  }
  const index = offlinePush ? -1 : elements.findIndex((one) => one.kind === 'custom' && one.sound !== '');
  const custom = elements[index];
  if (custom?.kind === 'custom')
    return inMessage('default-sound', (one) => setElement(one, index, { ...custom, sound: '' }));
  const kind = conversation.kind;
  return onAccount('default-sound', () => ({ globalSounds: { ...account.globalSounds, [kind]: null } }))(context, gate);
};
const addSound: Make = ({ apps, device }, gate) => {
  const app = apps.find((one) => one.id === device.appId);
  const sound = String(gate.phrase.params?.['sound'] ?? '');
  return app && sound !== ''
    ? {
        kind: 'app',
        label: label('add-sound', { sound }),
        id: app.id,
        patch: { soundFiles: [...app.soundFiles, sound] },
      }
    : null;
};
const noLiveActivity: Make = () =>
  inMessage('no-live-activity', (draft) =>
    patchPush(draft, { apns: { ...draft.message.offlinePush?.apns, liveActivity: undefined } }),
  );
/** As many recipients as one call takes, the first ones. */
const fewerTargets: Make = (_, gate) => {
  const limit = Number(gate.phrase.params?.['limit'] ?? 0);
  return {
    kind: 'message',
    label: label('fewer-targets', { limit: String(limit) }),
    change: (draft) => {
      const { conversation: talk } = draft.message;
      const conversation =
        talk.kind === 'group'
          ? { ...talk, toAccounts: talk.toAccounts?.slice(0, limit) }
          : { ...talk, others: talk.others?.slice(0, limit - 1) };
      return patchMessage(draft, { conversation });
    },
  };
};
/** What of a text fits into so many bytes of UTF-8; no character is cut in two. */
const firstBytes = (text: string, limit: number): string => {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= limit) return text;
  return new TextDecoder().decode(bytes.subarray(0, limit), { stream: true });
};
const shorten: Make = (_, gate) => {
  const limit = Number(gate.phrase.params?.['limit'] ?? 0);
  return inMessage('shorten', (draft) =>
    patchMessage(draft, {
      elements: draft.message.elements.map((one) => {
        if (one.kind === 'text') return { ...one, text: firstBytes(one.text, limit) };
        return one.kind === 'custom' ? { ...one, data: firstBytes(one.data, limit) } : one;
      }),
    }),
  );
};
/** The platform's own service in the place of one that it does not have. */
const ownVendor: Make = (context, gate) => {
  const vendor = ({ ios: 'apns', android: 'fcm', harmony: 'huawei' } as const)[context.device.platform];
  return onDevice('vendor', { vendor }, { vendor })(context, gate);
};
const updateSystem: Make = onDevice('update-system', { osVersion: newestAndroid }, { version: newestAndroid });
const updateVendorSdk: Make = (context, gate) => {
  const version = String(gate.phrase.params?.['since'] ?? '');
  return onDevice('update-vendor-sdk', { vendorSdkVersion: version }, { version })(context, gate);
};
const openApp: Make = ({ apps, device }) => {
  const app = apps.find((one) => one.id === device.appId);
  const own = app?.console[device.vendor];
  return app
    ? {
        kind: 'app',
        label: label('open-app'),
        id: app.id,
        patch: { console: { ...app.console, [device.vendor]: { ...own, click: { kind: 'app' } } } },
      }
    : null;
};
const kill: Make = ({ device }) => ({ kind: 'app-state', label: label('kill'), deviceId: device.id, state: 'killed' });
const goToApp: Make = ({ device }) => ({
  kind: 'go',
  label: label('open-credentials'),
  place: 'credentials',
  chosen: device.appId,
});
const goToPhone: Make = ({ device }) => ({
  kind: 'go',
  label: label('open-phone', { device: device.name }),
  place: 'credentials',
  chosen: device.id,
});
const setCategory: Make = ({ device }) => {
  const vendor = device.vendor === 'oppo' || device.vendor === 'vivo' ? device.vendor : 'huawei';
  return {
    kind: 'message',
    label: label('category'),
    change: (draft) => {
      const android = draft.message.offlinePush?.android;
      return patchPush(draft, { android: { ...android, [vendor]: { ...android?.[vendor], category: 'IM' } } });
    },
  };
};

/** Mends by gate and reason, beside those of `mend.ts`; several where there is more than one way. */
export const moreMends: Readonly<Record<string, readonly Make[]>> = {
  'valid-message.two-customs': [keepOneCustom],
  'valid-message.from-unknown': [sendAsSomebody],
  'valid-message.not-member': [addSender],
  'valid-message.too-many-targets': [fewerTargets],
  'valid-message.text-too-long': [shorten],
  'valid-message.lifetime-too-long': [
    () => inMessage('lifetime', (draft) => patchMessage(draft, { lifetimeSeconds: undefined })),
  ],
  'valid-message.sync-wrong': [inOptions('no-sync', { syncOtherMachine: 1 })],
  'valid-message.random-wrong': [inOptions('new-random', { random: 0 })],
  'valid-message.online-with-control': [inOptions('no-control', { sendControl: [] })],
  'valid-message.blocked': [
    onAccount('unblock', ({ account, draft }) => ({
      blocked: account.blocked.filter((userId) => userId !== draft.message.from),
    })),
  ],
  'valid-message.sender-muted': [onSender('unmute', { muted: false })],
  'valid-message.muted-in-group': [
    (context, gate) => {
      const { from } = context.draft.message;
      return onGroup('unmute', from, (group) => onMember(group, from, { muted: false }))(context, gate);
    },
  ],
  'duplicate.again': [inOptions('new-random', { random: 0 })],
  'stored-offline.av-chat-room': [onGroup('group-type', null, () => ({ type: 'Work' }))],
  'recipient-state.foreground': [kill],
  'recipient-state.old-sdk': [onDevice('update-app', { sdkVersion: newestSdk }, { version: newestSdk })],
  'push-flag.legacy-off': [
    () =>
      inMessage('legacy-on', (draft) =>
        patchMessage(draft, { legacyPush: { ...draft.message.legacyPush, enabled: true } }),
      ),
  ],
  'quiet-hours.inside': [onAccount('end-quiet', () => ({ doNotDisturb: null }))],
  'quiet-hours.always': [onAccount('end-quiet', () => ({ doNotDisturb: null }))],
  'conversation-option.blocked': [receive],
  'conversation-option.muted': [receive],
  'conversation-option.not-mentioned': [mention, receive],
  'token-reported.none': [newToken, goToPhone],
  'token-reported.too-long': [newToken, goToPhone],
  'token-reported.no-callback': [onDevice('callback', { offlineCallbackRegistered: true })],
  'certificate-fits.environment': [otherEnvironment],
  'certificate-fits.other-id': [onDevice('certificate', { certificateId: null })],
  'certificate-fits.no-such-id': [onDevice('certificate', { certificateId: null })],
  'certificate-fits.needs-p8': [noLiveActivity],
  'vendor-rules.wrong-vendor': [ownVendor, goToPhone],
  'vendor-rules.old-android': [updateSystem, goToPhone],
  'vendor-rules.old-vendor-sdk': [updateVendorSdk, goToPhone],
  'vendor-rules.no-play-services': [onDevice('play-services', { playServices: true })],
  'vendor-rules.mainland': [onDevice('region', { region: 'elsewhere' })],
  'vendor-rules.model': [onDevice('supported', { vendorPushSupported: true })],
  'vendor-rules.empty-click': [openApp, goToApp],
  'vendor-rules.oppo-ext': [wrapExt],
  'vendor-rules.oppo-channel': [useChannel],
  'vendor-rules.xiaomi-channel': [useChannel],
  'vendor-rules.oppo-level': [setCategory],
  'vendor-rules.huawei-category': [setCategory],
  'vendor-rules.vivo-category': [setCategory],
  'vendor-rules.image-needs-extension': [
    () => inMessage('mutable', (draft) => patchPush(draft, { mutableContent: true })),
  ],
  'vendor-rules.sound-extension': [defaultSound],
  'vendor-rules.sound-missing': [addSound, defaultSound],
  'vendor-rules.sound-suffix': [dropSuffix],
  'notifications-allowed.no-alert': [grant('alert')],
  'notifications-allowed.no-sound': [grant('sound')],
  'notifications-allowed.no-badge': [grant('badge')],
  'notifications-allowed.no-channel': [addChannel],
};
