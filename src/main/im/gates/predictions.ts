import type { CredentialFacts, PushEnvironment } from '../../../shared/contract/index.ts';
import { sources } from '../sources.ts';
import { answersOf, type Gate } from './gate.ts';

const certificate = answersOf('certificate-fits');
const permission = answersOf('notifications-allowed');

const environmentsOf = (facts: CredentialFacts): readonly PushEnvironment[] => {
  if (facts.kind === 'apns-certificate') return facts.certificate.environments;
  if (facts.kind === 'apns-p8' && facts.environment !== 'both') return [facts.environment];
  return ['sandbox', 'production'];
};

/** The vendor will look at the credential; we only say what it is likely to find (R27, R44). */
export const certificateFits: Gate = {
  id: 'certificate-fits',
  number: 13,
  predicted: true,
  source: sources.ios,
  certainty: 'documented',
  ask: ({ device, credential, nowMs }, { intent }) => {
    if (!credential) {
      return device.certificateId === null
        ? certificate.warn('none', { vendor: device.vendor })
        : certificate.warn('no-such-id', { id: device.certificateId });
    }
    const { name, facts } = credential;
    if (device.certificateId !== null && device.certificateId !== credential.certificateId) {
      return certificate.warn('other-id', { id: device.certificateId, used: credential.certificateId });
    }
    if (facts.kind === 'apns-certificate' && facts.certificate.notAfterAtMs < nowMs) {
      return certificate.warn('expired', { name });
    }
    if (device.vendor === 'apns' && !environmentsOf(facts).includes(device.environment)) {
      return certificate.warn('environment', { name, environment: device.environment });
    }
    if (intent?.liveActivity && facts.kind === 'apns-certificate') return certificate.warn('needs-p8', { name });
    return certificate.pass('ok', { name });
  },
};

/** What the phone does with a push it got. */
export const notificationsAllowed: Gate = {
  id: 'notifications-allowed',
  number: 15,
  predicted: true,
  source: sources.android,
  certainty: 'documented',
  ask: ({ device, app }, { intent }) => {
    const named = { device: device.name };
    if (!device.notificationsAllowed) return permission.warn('no', named);
    if (device.platform === 'ios') {
      const { alert, sound, badge } = device.grantedTypes;
      if (!alert) return permission.warn('no-alert', named);
      if (!sound && intent?.sound) return permission.warn('no-sound', named);
      if (!badge && intent?.badge !== null) return permission.warn('no-badge', named);
    }
    const channel = device.platform === 'android' ? intent?.androidChannelId : null;
    const known = app?.channelIds ?? [];
    if (channel && known.length > 0 && !known.includes(channel)) {
      return permission.warn('no-channel', { ...named, channel });
    }
    return permission.pass('yes', named);
  },
};
