import type { Device, DraftView, Exchange, WireBody } from '../../shared/contract/index.ts';
import { readPush } from '../vendors/kit/read-push.ts';
import { toBytes } from '../vendors/kit/text.ts';
import type { SendTarget, WireRequest } from '../vendors/vendor.ts';
import { credentialFor } from './choose-credential.ts';
import type { Parts } from './parts.ts';
import { viewDraft } from './preview.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials' | 'vendor'>;

/** The bytes of a body as far as the log has them. */
const bytesOf = ({ text, bodyB64 }: WireBody): Uint8Array =>
  text === null ? new Uint8Array(Buffer.from(bodyB64 ?? '', 'base64')) : toBytes(text);

/** A recorded request in the form vendors read; its body is as long as what was kept of it. */
export const recordedRequest = (request: Exchange['request']): WireRequest => ({
  method: request.method,
  path: request.path,
  headers: request.headers,
  body: bytesOf(request.body),
});

const targetOf = (parts: Needs, device: Device): SendTarget => {
  const app = parts.workspace.apps.find(device.appId);
  return {
    token: device.token ?? '',
    appIdentifier: app?.identifiers[device.platform] ?? '',
    environment: device.environment,
    credential: credentialFor(parts.credentials.all(), device.vendor, device, app)?.facts ?? null,
  };
};

/**
 * A recorded push in its vendor's terms again, seen with the phone it went to. Null when it is no push, when only part of its body
 * was kept, or when the vendor cannot read it. Secrets are the fingerprints that stand in the log.
 */
export const readBack = (parts: Needs, { kind, vendor: id, request, targets, atMs }: Exchange): DraftView | null => {
  const vendor = parts.vendor(id);
  if (kind !== 'push' || !vendor || request.body.cut) return null;
  const read = readPush(vendor, recordedRequest(request));
  if (!read) return null;
  const deviceId = targets[0]?.deviceId ?? null;
  const device = deviceId === null ? undefined : parts.workspace.devices.find(deviceId);
  return viewDraft(vendor, read.draft, device ? targetOf(parts, device) : null, {
    platform: device?.platform ?? vendor.platforms[0] ?? 'android',
    appName: (device && parts.workspace.apps.find(device.appId)?.name) ?? '',
    // Judged by the time it was sent at, not by the time it is looked at.
    nowMs: atMs,
  });
};
