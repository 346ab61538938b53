import type {
  Decision,
  DraftView,
  Message,
  Preview,
  PreviewRow,
  Problem,
  RequestLine,
  StandIn,
  Variables,
} from '../../shared/contract/index.ts';
import {
  answerMessage,
  decide,
  recipientsOf,
  type RecentMessage,
  type Recipient,
  type RestWorld,
} from '../im/index.ts';
import type { SendTarget, Vendor } from '../vendors/vendor.ts';
import { credentialFor } from './choose-credential.ts';
import type { Parts } from './parts.ts';
import { standIns } from './stand-in.ts';
import { fillFor, unknownVariables } from './variables.ts';
import { AppError } from '../../shared/contract/errors.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials' | 'vendor' | 'now' | 'switches' | 'variables'>;
/** With the vendors that drafts are made for whether a recipient has them or not. */
type PreviewNeeds = Needs & { readonly vendors: readonly Vendor[] };

/** Where a device's draft goes and as whom. */
export const targetOf = (parts: Needs, { device }: Recipient): SendTarget => {
  const app = parts.workspace.apps.find(device.appId);
  const credential = credentialFor(parts.credentials.all(), device.vendor, device, app);
  return {
    token: device.token ?? '',
    appIdentifier: app?.identifiers[device.platform] ?? '',
    environment: device.environment,
    credential: credential?.facts ?? null,
  };
};

/** AppError `compose.…` when the message names somebody the workspace does not have. */
export const recipients = (parts: Needs, message: Message): readonly Recipient[] => {
  const { accounts, groups, devices } = parts.workspace;
  const { conversation } = message;
  if (conversation.kind === 'c2c' && !accounts.all().some((account) => account.userId === conversation.to)) {
    throw new AppError('compose.recipient-unknown', { userId: conversation.to });
  }
  if (conversation.kind === 'group' && !groups.all().some((group) => group.groupId === conversation.groupId)) {
    throw new AppError('compose.group-unknown', { groupId: conversation.groupId });
  }
  return recipientsOf(message, { accounts: accounts.all(), groups: groups.all(), devices: devices.all() });
};

/** The decision for one device. `recent`: what was sent in the last minutes, for the rule against repeats. */
export const decideFor = (
  parts: Needs,
  message: Message,
  { account, device }: Recipient,
  recent: readonly RecentMessage[] = [],
): Decision => {
  const { apps, accounts, groups } = parts.workspace;
  const app = apps.find(device.appId);
  const { conversation } = message;
  return decide({
    message,
    sender: accounts.all().find((one) => one.userId === message.from) ?? null,
    group:
      conversation.kind === 'group' ? (groups.all().find((one) => one.groupId === conversation.groupId) ?? null) : null,
    recipient: account,
    device,
    app: app ?? null,
    credential: credentialFor(parts.credentials.all(), device.vendor, device, app) ?? null,
    nowMs: parts.now(),
    switches: parts.switches.current,
    recent,
  });
};

/** The request of a draft, as far as it can be known before a credential is opened. */
const requestLine = (vendor: Vendor, draft: DraftView['draft'], target: SendTarget | null): RequestLine | null => {
  if (!target) return null;
  const request = vendor.sender.request(draft, target, null);
  return 'unusable' in request ? null : { method: request.method, path: request.path, headers: request.headers };
};

/** Everything the composer shows about one draft. */
export const viewDraft = (
  vendor: Vendor,
  draft: DraftView['draft'],
  target: SendTarget | null,
  about: { platform: Recipient['device']['platform']; appName: string; nowMs: number },
): DraftView => ({
  vendor: vendor.id,
  draft,
  request: requestLine(vendor, draft, target),
  ...vendor.payload.check(draft, target, about.nowMs),
  card: vendor.display.card(draft, about),
});

/** What the backend knows of accounts and groups when it takes a call. */
export const restWorld = ({ workspace, now, switches }: Pick<Needs, 'workspace' | 'now' | 'switches'>): RestWorld => ({
  accounts: workspace.accounts.all(),
  groups: workspace.groups.all(),
  switches: switches.current,
  nowMs: now(),
});

/** In a draft for a device nobody has, where the vendor's API names the device. Of a form that every vendor takes. */
const standInToken = '0'.repeat(32);

/** What is said about the token that nobody has. */
const isAboutToken = ({ phrase }: Problem): boolean =>
  Object.values(phrase.params ?? {}).some((value) => String(value).startsWith(standInToken.slice(0, 8)));

/** A draft as it would be if a recipient had a device of this vendor. Nothing is said about its token and its credential. */
const standInView = (parts: Needs, message: Message, vendor: Vendor, recipient: Recipient): DraftView | null => {
  const { intent } = decideFor(parts, message, recipient);
  if (!intent) return null;
  const { device } = recipient;
  const app = parts.workspace.apps.find(device.appId);
  const target = { ...targetOf(parts, recipient), token: standInToken };
  const about = { platform: device.platform, appName: app?.name ?? '', nowMs: parts.now() };
  const view = viewDraft(vendor, vendor.payload.fromIntent(intent, target, parts.now()), null, about);
  return { ...view, problems: view.problems.filter((problem) => !isAboutToken(problem)) };
};

const standInRows = (
  parts: PreviewNeeds,
  message: Message,
  real: readonly Recipient[],
  own: Variables | undefined,
): StandIn[] => {
  const { accounts, apps, groups } = parts.workspace;
  const world = { accounts: accounts.all(), apps: apps.all(), groups: groups.all(), nowMs: parts.now() };
  return standIns(message, parts.vendors, real, world).map(({ vendor, platform, recipient }) => {
    const view = standInView(parts, fillFor(parts, message, recipient, own).message, vendor, recipient);
    return { vendor: vendor.id, platform, userId: recipient.account.userId, view };
  });
};

/** Decides a message for every device of its recipients and builds the drafts, for all vendors. `own`: variables of the message's own. */
export const previewMessage = (
  parts: PreviewNeeds,
  message: Message,
  recent: readonly RecentMessage[] = [],
  own?: Variables,
): Preview => {
  const started = performance.now();
  const real = recipients(parts, message);
  const filled = real.map((recipient) => ({ recipient, ...fillFor(parts, message, recipient, own) }));
  const rows = filled.map(({ recipient, message: one, uses }): PreviewRow => {
    const { device, account } = recipient;
    const decision = decideFor(parts, one, recipient, recent);
    const vendor = parts.vendor(device.vendor);
    const target = targetOf(parts, recipient);
    const appName = parts.workspace.apps.find(device.appId)?.name ?? '';
    const about = { platform: device.platform, appName, nowMs: parts.now() };
    const view =
      vendor && decision.intent
        ? viewDraft(vendor, vendor.payload.fromIntent(decision.intent, target, parts.now()), target, about)
        : null;
    const row = { deviceId: device.id, userId: account.userId, vendor: device.vendor, decision, view };
    if (uses.length === 0) return row;
    return { ...row, variables: uses.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])) };
  });
  // The call as the first recipient gets it: where variables differ, one stands for all.
  const { answer, problems } = answerMessage(filled[0]?.message ?? message, restWorld(parts));
  // A refusal is what the first gate says already; here are the rest.
  const others = problems.filter((problem) => problem.severity !== 'error');
  const unknown = unknownVariables(filled[0]?.uses ?? []);
  const made = standInRows(parts, message, real, own);
  return {
    rows,
    standIns: made,
    problems: [...unknown, ...others],
    answer,
    tookMs: performance.now() - started,
  };
};
