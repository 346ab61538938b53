import type { FieldTrace, Intent, SwitchUse } from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';
import { badgeOf } from './badge.ts';
import { extOf } from './ext.ts';
import { soundOf } from './sound.ts';
import type { Texts } from './text.ts';
import { vendorFieldsOf } from './vendor-fields.ts';

export { utf8View } from './ext.ts';
export { defaultSound, noSound } from './sound.ts';
export { textsOf, type Texts } from './text.ts';

/** Seven days: what MsgLifeTime is without being set, and at most. */
export const longestLifetimeSeconds = 604_800;

/** A VoIP push needs the PushKit token; without one an ordinary notification goes out. */
const voipOf = ({ message, device }: DecisionInput): { token: string | null; trace: FieldTrace | null } => {
  if (device.platform !== 'ios' || !message.offlinePush?.apns?.voip) return { token: null, trace: null };
  const candidates = [{ from: 'ApnsInfo.IsVoipPush', value: '1', used: device.voipToken !== null }];
  return device.voipToken === null
    ? { token: null, trace: { field: 'voip', candidates, note: { id: 'im.note.no-voip-token' } } }
    : { token: device.voipToken, trace: { field: 'voip', candidates } };
};

/** A Live Activity is updated by the token its app reported for it. */
const liveActivityOf = ({ message, device }: DecisionInput) => {
  const wanted = device.platform === 'ios' ? message.offlinePush?.apns?.liveActivity : undefined;
  if (!wanted) return { value: null, trace: null };
  const token = device.liveActivityTokens[wanted.id];
  const candidates = [{ from: 'ApnsInfo.LiveActivity', value: wanted.id, used: token !== undefined }];
  const trace: FieldTrace =
    token === undefined
      ? { field: 'liveActivity', candidates, note: { id: 'im.note.no-live-activity', params: { id: wanted.id } } }
      : { field: 'liveActivity', candidates };
  return { value: token === undefined ? null : { ...wanted, token }, trace };
};

export interface IntentResult {
  /** Null when there is no text: then nothing can be pushed (R35). */
  readonly intent: Intent | null;
  readonly switches: readonly SwitchUse[];
}

/** What the backend wants shown on one device, every field with the trace of what won over what. */
export const buildIntent = (input: DecisionInput, texts: Texts): IntentResult => {
  const { title, subtitle, body } = texts;
  if (body.value === null) return { intent: null, switches: texts.switches };
  const sound = soundOf(input);
  const badge = badgeOf(input);
  const ext = extOf(input);
  const fields = vendorFieldsOf(input, ext.value);
  const voip = voipOf(input);
  const liveActivity = liveActivityOf(input);
  const { traces, switches, ...vendorFields } = fields;
  return {
    intent: {
      title: title.value,
      subtitle: subtitle.value,
      body: body.value,
      sound: sound.value,
      badge: badge.number,
      badgeChange: badge.change,
      ext: ext.value,
      lifetimeSeconds: Math.min(input.message.lifetimeSeconds ?? longestLifetimeSeconds, longestLifetimeSeconds),
      contentAvailable: input.device.platform === 'ios' && (input.message.offlinePush?.apns?.contentAvailable ?? false),
      voip: voip.token !== null,
      voipToken: voip.token,
      liveActivity: liveActivity.value,
      ...vendorFields,
      traces: [
        title.trace,
        subtitle.trace,
        body.trace,
        sound.trace,
        badge.trace,
        ext.trace,
        ...traces,
        ...(voip.trace ? [voip.trace] : []),
        ...(liveActivity.trace ? [liveActivity.trace] : []),
      ],
    },
    switches: [...texts.switches, ...sound.switches, ...badge.switches, ...ext.switches, ...switches],
  };
};
