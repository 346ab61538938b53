import type { Draft, Exchange, ModernRequest } from '../../shared/contract/index.ts';
import { fromBytes } from '../vendors/kit/text.ts';
import type { ReadRequest, SendTarget, Vendor } from '../vendors/vendor.ts';
import { credentialFor } from './choose-credential.ts';
import type { Parts } from './parts.ts';
import { recordedRequest } from './read-back.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials' | 'vendor'>;

/** Stands where the person has to fill in what the old request did not say. */
const hole = (what: string): string => `<${what}>`;

const example = (vendor: Vendor): ReadRequest => ({
  draft: { payload: vendor.payload.example, options: {} },
  tokens: [],
  title: '',
  body: '',
});

/** Whose push it was, as far as the workspace knows: by the phone that has the token, else by the only app and credential there are. */
const targetOf = (parts: Needs, vendor: Vendor, token: string | undefined): SendTarget => {
  const { apps } = parts.workspace;
  const device = token === undefined ? undefined : parts.workspace.findDeviceByToken(vendor.id, token);
  const app = device ? apps.find(device.appId) : undefined;
  const all = parts.credentials.all();
  const platform = vendor.platforms[0] ?? 'android';
  return {
    token: token ?? hole('device token'),
    appIdentifier: app?.identifiers[platform] ?? hole('app identifier'),
    environment: device?.environment ?? 'production',
    credential: credentialFor(all, vendor.id, device ?? null, app)?.facts ?? null,
  };
};

/** The draft with every option that the vendor needs before it makes a request. */
const completed = (vendor: Vendor, draft: Draft, target: SendTarget): Draft => {
  const made = vendor.sender.request(draft, target, null);
  if (!('unusable' in made)) return draft;
  const option = /^option:(.+)$/.exec(made.unusable.path)?.[1];
  return option === undefined ? draft : { ...draft, options: { ...draft.options, [option]: hole(option) } };
};

const indented = (body: Uint8Array): string => {
  const text = fromBytes(body) ?? '';
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/**
 * What is sent today in place of a captured or pasted request in a retired form. Null: it is in no such form, only part of its body was
 * kept, or no request can be made of it.
 */
export const modernOf = (parts: Needs, { vendor: id, request, targets }: Exchange): ModernRequest | null => {
  const vendor = parts.vendor(id);
  const old = request.body.cut ? null : (vendor?.retired?.(recordedRequest(request)) ?? null);
  if (!vendor || !old) return null;
  const push = old.pushes[0] ?? example(vendor);
  const target = targetOf(parts, vendor, push.tokens[0] ?? targets[0]?.token);
  const draft = completed(vendor, push.draft, target);
  const made = vendor.sender.request(draft, target, hole('access token'));
  if ('unusable' in made) return null;
  const { method, path, headers, body } = made;
  return {
    form: old.form,
    // What a placeholder is stays readable; it is not sent from here.
    request: {
      method,
      path: path.replaceAll('%3C', '<').replaceAll('%3E', '>').replaceAll('%20', ' '),
      headers,
      origin: vendor.sender.hosts[0]?.origin ?? '',
      body: indented(body),
    },
    count: old.pushes.reduce((sum, { tokens }) => sum + Math.max(1, tokens.length), 0),
    notes: old.pushes.length === 0 ? [{ id: 'log.modern.example' }, ...old.notes] : [...old.notes],
    certainty: old.certainty,
    source: old.source,
  };
};
