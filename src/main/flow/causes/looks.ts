import type { Cause, PushEnvironment } from '../../../shared/contract/index.ts';
import { cause, headerOf, type Evidence, type Look } from './evidence.ts';
import { overOf, shortened } from './shorten.ts';

const decoded = (token: string): string => {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
};

/** The token without what people copy along with it: quotes, brackets, spaces, commas, a `0x`. */
export const bareToken = (token: string): string => {
  const text = decoded(token);
  const joined = text.replace(/^\s*0x/i, '').replace(/[\s"'`<>{}[\](),]+/g, '');
  if (/^[0-9a-f]+$/i.test(joined)) return joined;
  return text.replace(/^[\s"'`<{[(,]+|[\s"'`>}\]),]+$/g, '');
};

/** Characters of the token as it was sent that are not in the bare one, each once. */
const extraOf = (token: string, bare: string): string => {
  const kept = new Set(bare);
  const extra = [...new Set(decoded(token))].filter((one) => !kept.has(one));
  return extra.map((one) => (one.trim() === '' ? '␣' : one)).join(' ');
};

export const tokenForm: Look = ({ exchange }) => {
  const token = exchange.targets[0]?.token ?? '';
  if (token === '') return null;
  const bare = bareToken(token);
  if (bare === decoded(token) || bare === '') return cause('token-form', 'ruled-out', { id: 'token-form.ok' });
  return cause(
    'token-form',
    'found',
    { id: 'token-form', params: { extra: extraOf(token, bare) || '0x' } },
    { words: { id: 'token-form.fix' }, action: { kind: 'resend', token: bare } },
  );
};

const other = (environment: PushEnvironment): PushEnvironment => (environment === 'sandbox' ? 'production' : 'sandbox');

/** Names of environments stay as Apple writes them: they are said in a sentence of any language. */
const environmentFix = (
  { isLocal }: Evidence,
  environment: PushEnvironment,
): NonNullable<Parameters<typeof cause>[3]> =>
  isLocal
    ? {
        words: { id: 'environment.gateway.fix', params: { environment } },
        action: { kind: 'gateway-environment', environment },
      }
    : { words: { id: 'environment.fix', params: { environment } }, action: { kind: 'resend', environment } };

export const environment: Look = (evidence) => {
  const { device, hostEnvironment: host } = evidence;
  if (host === null) return null;
  const fix = environmentFix(evidence, other(host));
  if (!device) return cause('environment', 'possible', { id: 'environment.unknown', params: { host } }, fix);
  const params = { device: device.name, token: device.environment, host };
  return device.environment === host
    ? cause('environment', 'ruled-out', { id: 'environment.ok', params })
    : cause('environment', 'found', { id: 'environment.differs', params }, fix);
};

const environmentsOf = ({ credential }: Evidence): readonly PushEnvironment[] | null => {
  if (credential?.facts.kind === 'apns-p8')
    return credential.facts.environment === 'both' ? null : [credential.facts.environment];
  if (credential?.facts.kind === 'apns-certificate' && credential.facts.certificate.environments.length > 0)
    return credential.facts.certificate.environments;
  return null;
};

export const credentialEnvironment: Look = (evidence) => {
  const { credential, hostEnvironment: host } = evidence;
  if (!credential || host === null) return null;
  const own = environmentsOf(evidence);
  const params = { credential: credential.name, host };
  if (own === null || own.includes(host))
    return cause('credential-environment', 'ruled-out', { id: 'credential-environment.ok', params });
  return cause(
    'credential-environment',
    'found',
    { id: 'credential-environment.differs', params: { ...params, own: own[0] ?? '' } },
    { words: { id: 'credential-environment.fix' }, action: { kind: 'credential', id: credential.id } },
  );
};

const topicsOf = ({ credential }: Evidence): readonly string[] | null => {
  if (credential?.facts.kind === 'apns-p8') return credential.facts.topics;
  if (credential?.facts.kind === 'apns-certificate')
    return credential.facts.certificate.topics.map(({ topic }) => topic);
  return null;
};

/** What comes after the app's name in a topic: `.voip`, `.push-type.liveactivity`. */
const suffix = /\.(voip|complication|pushkit\.fileprovider|push-type\.[a-z]+|location-query)$/;

export const topic: Look = (evidence) => {
  const { exchange, device, appIdentifier, credential } = evidence;
  const found = headerOf(exchange.request.headers, 'apns-topic') ?? '';
  const expected = appIdentifier === '' ? '' : appIdentifier + (suffix.exec(found)?.[0] ?? '');
  const fix = {
    words: { id: 'topic.fix', params: { expected } },
    action: { kind: 'resend' as const, options: { topic: expected } },
  };
  if (found === '') return cause('topic', 'found', { id: 'topic.missing' }, expected === '' ? null : fix);
  if (device && expected !== '' && found !== expected)
    return cause(
      'topic',
      'found',
      { id: 'topic.differs', params: { topic: found, device: device.name, expected } },
      fix,
    );
  const listed = topicsOf(evidence);
  if (credential && listed && listed.length > 0 && !listed.includes(found))
    return cause(
      'topic',
      'found',
      { id: 'topic.credential', params: { credential: credential.name, topic: found } },
      { words: { id: 'topic.credential.fix' }, action: { kind: 'credential', id: credential.id } },
    );
  return device && expected !== ''
    ? cause('topic', 'ruled-out', { id: 'topic.ok', params: { device: device.name, topic: found } })
    : null;
};

export const size: Look = ({ view, sizesOf }) => {
  if (!view) return null;
  const [over] = overOf(view.sizes);
  if (!over) {
    const fullest = view.sizes
      .filter((one) => one.limit !== null)
      .toSorted((a, b) => b.used / (b.limit ?? 1) - a.used / (a.limit ?? 1))[0];
    if (!fullest) return null;
    const { used, unit, limit } = fullest;
    return cause('size', 'ruled-out', { id: `size.ok.${unit}`, params: { used, limit: limit ?? 0 } });
  }
  const { used, limit, unit } = over;
  const payload = shortened(view.draft.payload, sizesOf);
  return cause(
    'size',
    'found',
    { id: `size.over.${unit}`, params: { used, limit } },
    payload === null
      ? null
      : { words: { id: `size.fix.${unit}`, params: { over: used - limit } }, action: { kind: 'resend', payload } },
  );
};

/** More than this apart, a signature or a token can fail for it. */
const clockApartMs = 60_000;

export const clock: Look = ({ exchange, isLocal }) => {
  const date = exchange.response && headerOf(exchange.response.headers, 'date');
  const theirs = date ? Date.parse(date) : Number.NaN;
  if (isLocal || exchange.origin !== 'sent' || Number.isNaN(theirs)) return null;
  const apart = Math.abs(theirs - (exchange.timing.startedAtMs + exchange.timing.totalMs));
  if (apart <= clockApartMs) return cause('clock', 'ruled-out', { id: 'clock.ok' });
  return cause(
    'clock',
    'found',
    { id: 'clock.differs', params: { minutes: Math.round(apart / 60_000) } },
    { words: { id: 'clock.differs.fix' }, action: null },
  );
};

/** Marks that stand in the log for secrets. */
const marks = /\[([a-z][a-z0-9-]*) #([0-9a-f]{6,64})\]/g;
const secretKinds = new Set(['app-secret', 'access-key', 'basic-credentials', 'client-secret']);

export const secret: Look = ({ exchange, credential, knownValues }) => {
  const { headers, path, body } = exchange.request;
  const text = [...headers.map(([, value]) => value), path, body.text ?? ''].join('\n');
  const prints = [...text.matchAll(marks)].flatMap(([, kind = '', print = '']) =>
    secretKinds.has(kind) ? [print] : [],
  );
  const [print] = prints;
  if (print === undefined) return null;
  const known = prints.map((one) => knownValues.get(one)).find((one) => one !== undefined);
  const open = (id: string | undefined) =>
    id === undefined ? null : { words: { id: 'secret.fix' }, action: { kind: 'credential' as const, id } };
  if (!known) return cause('secret', 'likely', { id: 'secret.unknown' }, open(credential?.id));
  const params = { field: known.field, credential: known.credentialName };
  if (!known.isSecret) return cause('secret', 'found', { id: 'secret.other-field', params }, open(known.credentialId));
  if (credential && credential.id !== known.credentialId)
    return cause(
      'secret',
      'found',
      { id: 'secret.other-credential', params: { found: known.credentialName, credential: credential.name } },
      open(credential.id),
    );
  return cause('secret', 'ruled-out', { id: 'secret.ok', params });
};

/** A value of the payload that has to be there. */
export const valueSet =
  (path: string, value: string | number): Look =>
  ({ view }): Cause | null => {
    if (!view) return null;
    let root: unknown;
    try {
      root = JSON.parse(view.draft.payload);
    } catch {
      return null;
    }
    if (typeof root !== 'object' || root === null || Array.isArray(root)) return null;
    const names = path.split('.');
    const last = names.pop() ?? path;
    let at = root as Record<string, unknown>;
    for (const name of names) {
      const next = at[name];
      if (typeof next !== 'object' || next === null || Array.isArray(next)) return null;
      at = next as Record<string, unknown>;
    }
    const found = at[last];
    const params = { field: path, found: typeof found === 'string' ? found : JSON.stringify(found ?? null), value };
    if (found === value) return cause(`set ${path}`, 'ruled-out', { id: 'set.ok', params });
    at[last] = value;
    return cause(
      `set ${path}`,
      found === undefined ? 'likely' : 'possible',
      { id: found === undefined ? 'set.missing' : 'set.differs', params },
      { words: { id: 'set.fix', params }, action: { kind: 'resend', payload: JSON.stringify(root) } },
    );
  };
