import type {
  Candidate,
  Destination,
  Device,
  PushEnvironment,
  SendInput,
  VendorId,
  VendorInfo,
} from '../../../../../shared/contract/index.ts';

/** Who a raw payload goes to: a simulated phone, or a token of any other. */
export type RawTarget =
  { readonly kind: 'device'; readonly deviceId: string } | { readonly kind: 'token'; readonly token: string };

/** A vendor's payload being written, with everything around it. */
export interface RawDraft {
  readonly vendor: VendorId;
  readonly payload: string;
  readonly options: Readonly<Record<string, string>>;
  readonly target: RawTarget;
  /** Null: Pushscope chooses. */
  readonly credentialId: string | null;
}

/** What a field suggests, where it offers it as a choice: the example with no option at all would begin with warnings. */
const suggestedOptions = (vendor: VendorInfo): Record<string, string> =>
  Object.fromEntries(
    vendor.options.flatMap(({ name, kind, choices, placeholder }) =>
      kind === 'select' && choices.includes(placeholder) ? [[name, placeholder]] : [],
    ),
  );

/** A start: the vendor's example to the first phone of that vendor. */
export const exampleOf = (vendor: VendorInfo, devices: readonly Device[]): RawDraft => {
  const device = devices.find((one) => one.vendor === vendor.id);
  return {
    vendor: vendor.id,
    payload: vendor.examplePayload,
    options: suggestedOptions(vendor),
    target: device ? { kind: 'device', deviceId: device.id } : { kind: 'token', token: '' },
    credentialId: null,
  };
};

/** An option without a value is not sent. */
export const setOption = (draft: RawDraft, name: string, value: string): RawDraft => {
  const { [name]: _, ...others } = draft.options;
  return { ...draft, options: value === '' ? others : { ...others, [name]: value } };
};

/** A token that a simulated phone has is that phone. */
export const targetOf = (vendor: VendorId, token: string, devices: readonly Device[]): RawTarget => {
  const device = devices.find((one) => one.vendor === vendor && one.token === token);
  return device ? { kind: 'device', deviceId: device.id } : { kind: 'token', token };
};

/** What a recognised text makes of the draft of its vendor. Nothing but what was named is changed. */
export const takeCandidate = (draft: RawDraft, candidate: Candidate, devices: readonly Device[]): RawDraft => {
  const [token] = candidate.tokens;
  return {
    ...draft,
    ...(candidate.draft ? { payload: candidate.draft.payload, options: candidate.draft.options } : {}),
    ...(token === undefined ? {} : { target: targetOf(draft.vendor, token, devices) }),
  };
};

/** The phone the preview is drawn on: the target, the owner of the token, or any phone of the vendor as a stand-in. */
export const drawnDevice = (
  { vendor, target }: RawDraft,
  devices: readonly Device[],
): { readonly device: Device; readonly standsIn: boolean } | null => {
  const ofVendor = devices.filter((one) => one.vendor === vendor);
  const own = ofVendor.find((one) =>
    target.kind === 'device' ? one.id === target.deviceId : one.token !== null && one.token === target.token,
  );
  const device = own ?? ofVendor[0];
  return device ? { device, standsIn: !own } : null;
};

export const hasTarget = ({ target }: RawDraft): boolean =>
  target.kind === 'device' ? target.deviceId !== '' : target.token.trim() !== '';

const addressOf = ({ target, credentialId }: RawDraft) => ({
  ...(target.kind === 'token' && target.token.trim() !== '' ? { token: target.token.trim() } : {}),
  ...(credentialId === null ? {} : { credentialId }),
});
const environmentOf = (destination: Destination): PushEnvironment | undefined =>
  destination.kind === 'vendor' ? destination.environment : undefined;

/** The question to the core: what is wrong with this draft, and what would it draw. */
export const toCheck = (draft: RawDraft, destination: Destination) => ({
  vendor: draft.vendor,
  draft: { payload: draft.payload, options: { ...draft.options } },
  deviceId: draft.target.kind === 'device' ? draft.target.deviceId : null,
  environment: environmentOf(destination),
  ...addressOf(draft),
});

export const toRawSend = (draft: RawDraft, destination: Destination): SendInput => ({
  kind: 'raw',
  vendor: draft.vendor,
  payload: draft.payload,
  options: { ...draft.options },
  destination,
  ...(draft.target.kind === 'device' ? { deviceId: draft.target.deviceId } : {}),
  ...addressOf(draft),
});
