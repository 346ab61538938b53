import type { Account, Credential, Decision, Device, Message } from '../../../../../shared/contract/index.ts';
import { reasonOf } from '../model/answer.ts';

export interface DecisionFacts {
  readonly decision: Decision;
  readonly device: Device;
  readonly account: Account;
  readonly message: Pick<Message, 'client' | 'conversation'>;
  /** What the app's pushes to this vendor are signed with; null: nothing is known of it. */
  readonly credential: Pick<Credential, 'findings'> | null;
}

/** The part of a dotted version before the first dot, as a number; 0 for what is none. */
const major = (version: string): number => Number.parseInt(version, 10) || 0;
/** Since then the push plug-in TIMPush registers phones, and asks the app for the certificate ID. */
const pushPluginSince = 8;
const isTrial = /^\W*(test|测试|hello|你好|\d+)\W*$/iu;

/**
 * What can be said of one decision, as words that conditions are written in: `gate.reason` for every gate that failed or warns,
 * `gate.reason` of the deciding one, `pushed` or `stopped`, and the phone, sender and message as far as the FAQ asks for them.
 */
export const factsOf = ({ decision, device, message, credential }: DecisionFacts): ReadonlySet<string> => {
  const { intent, gates, decidingGateId, pushed, switches } = decision;
  const { client, conversation } = message;
  const telling = gates.filter(
    (gate) => gate.id === decidingGateId || gate.outcome === 'failed' || gate.outcome === 'warning',
  );
  const passedOn = gates.filter((gate) => gate.outcome === 'passed' && reasonOf(gate) === 'rest');
  const sound = intent?.sound ?? 'default';
  const facts: (string | false)[] = [
    pushed ? 'pushed' : 'stopped',
    ...[...telling, ...passedOn].map((gate) => `${gate.id}.${reasonOf(gate)}`),
    ...switches.map((use) => `switch.${use.id}`),
    // The codes of findings begin with `credential.` themselves.
    ...(credential?.findings ?? []).map(({ code }) => code),
    `platform.${device.platform}`,
    `vendor.${device.vendor}`,
    `environment.${device.environment}`,
    `app.${device.appState}`,
    conversation.kind,
    intent !== null && intent.ext !== null && 'ext',
    intent !== null && intent.click.kind !== 'app' && 'opens-page',
    sound !== 'default' && 'own-sound',
    device.platform === 'android' && major(device.osVersion) >= 8 && 'channels',
    intent !== null && intent.badge !== null && 'badge',
    intent !== null && intent.badge === null && 'no-badge',
    client?.kind === 'sdk' && `sent-from.${client.platform}`,
    client?.kind === 'sdk' && major(client.version) <= 4 && 'old-sender',
    major(device.sdkVersion) < 5 && 'old-app',
    major(device.sdkVersion) >= pushPluginSince && 'push-plugin',
    device.certificateId === null && 'no-certificate-id',
    device.sdkVersion.startsWith('4.0.') && 'sdk-4.0',
    intent !== null && isTrial.test(intent.body) && 'trial-text',
  ];
  return new Set(facts.filter((fact) => fact !== false));
};
