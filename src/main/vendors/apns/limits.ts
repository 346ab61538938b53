import type { Limit } from '../vendor.ts';
import type { PushType } from './push-types.ts';
import { sources } from './sources.ts';

export const payloadBytes = 4096;
export const voipPayloadBytes = 5120;
export const collapseIdBytes = 64;
export const providerTokenSeconds = 3600;
export const providerTokenRefreshSeconds = 1200;
export const storedSeconds = 2_592_000;
/** Distinct provider tokens in 20 minutes that are one too many: as Apple writes it, and as people meet it. */
export const tokenUpdatesStrict = 2;
export const tokenUpdatesSeen = 4;
export const streamsBeforeToken = 1;
export const streamsAfterToken = 1000;
export const deviceTokenDigits = { least: 16, most: 400 } as const;
export const firstFrame = {
  headerTableSize: 4096,
  initialWindowSize: 65_535,
  maxFrameSize: 16_384,
  maxHeaderListSize: 8000,
} as const;

/** Largest body for a push type, in bytes. An unknown or absent type has the common limit. */
export const payloadLimitOf = (type: PushType | null): number => (type === 'voip' ? voipPayloadBytes : payloadBytes);

export const limits: readonly Limit[] = [
  {
    id: 'payload',
    value: payloadBytes,
    unit: 'bytes',
    scope: 'the body of every push but VoIP',
    certainty: 'documented',
    source: sources.generating,
  },
  {
    id: 'payload-voip',
    value: voipPayloadBytes,
    unit: 'bytes',
    scope: 'the body of a VoIP push',
    certainty: 'documented',
    source: sources.generating,
  },
  {
    id: 'collapse-id',
    value: collapseIdBytes,
    unit: 'bytes',
    scope: 'apns-collapse-id, as UTF-8',
    certainty: 'documented',
    source: sources.sending,
  },
  {
    id: 'provider-token-age',
    value: providerTokenSeconds,
    unit: 'seconds',
    scope: 'age of a provider token, from its iat',
    certainty: 'documented',
    source: sources.tokenAuth,
  },
  {
    id: 'provider-token-refresh',
    value: providerTokenRefreshSeconds,
    unit: 'seconds',
    scope: 'least time between two provider tokens of one connection',
    certainty: 'documented',
    source: sources.tokenAuth,
  },
  {
    id: 'provider-tokens-seen',
    value: tokenUpdatesSeen,
    unit: 'count',
    scope: 'the provider token within 20 minutes that is refused, in practice',
    certainty: 'reported',
    source: sources.tokenUpdates,
  },
  {
    id: 'stored',
    value: storedSeconds,
    unit: 'seconds',
    scope: 'longest time a push is kept for a phone that is offline',
    certainty: 'documented',
    source: sources.sending,
  },
  {
    id: 'streams-before-token',
    value: streamsBeforeToken,
    unit: 'count',
    scope: 'requests at once on a connection until one valid provider token was posted',
    certainty: 'documented',
    source: sources.sending,
  },
  {
    id: 'streams',
    value: streamsAfterToken,
    unit: 'count',
    scope: 'requests at once on a connection afterwards',
    certainty: 'reported',
    source: sources.firstSettings,
  },
  {
    id: 'device-token-shortest',
    value: deviceTokenDigits.least,
    unit: 'count',
    scope: 'hexadecimal digits of a device token that are taken for one here; Apple names no number',
    certainty: 'guess',
    source: sources.tokenLength,
  },
  {
    id: 'device-token-longest',
    value: deviceTokenDigits.most,
    unit: 'count',
    scope: 'hexadecimal digits of a device token that are taken for one here; Apple names no number',
    certainty: 'guess',
    source: sources.tokenLength,
  },
];
