import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Done, IdInput, Phrase, PushEnvironment, Source, VendorId } from './common.ts';
import { ExchangeSummary } from './exchanges.ts';
import { Explanation } from './push.ts';
import { Destination } from './sends.ts';

/** A push certificate, as read from its bytes. No private part. */
export const CertificateFacts = z.object({
  subject: z.string(),
  commonName: z.string(),
  /** By the prefix of the common name, for example `apple-push-services`, `voip-services`, `code-signing`. */
  certificateKind: z.string(),
  issuer: z.string(),
  serial: z.string(),
  sha256: z.string(),
  notBeforeAtMs: z.number().int(),
  notAfterAtMs: z.number().int(),
  /** From the extensions .6.3.1 and .6.3.2. */
  environments: z.array(PushEnvironment),
  /** From the extension .6.3.6, or the subject's UID when it is absent. */
  topics: z.array(z.object({ topic: z.string(), kind: z.string() })),
  topicsFrom: z.enum(['extension', 'subject', 'none']),
  keyAlgorithm: z.string(),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;

/** What anybody may know of a credential. */
export const CredentialFacts = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('apns-p8'),
    keyId: z.string(),
    teamId: z.string(),
    /** Keys made before 2025 work in both. */
    environment: z.enum(['both', 'sandbox', 'production']),
    /** Null: every topic of the team. */
    topics: z.array(z.string()).nullable(),
    publicKeyPem: z.string(),
  }),
  z.object({
    kind: z.literal('apns-certificate'),
    certificate: CertificateFacts,
    certificatePem: z.string(),
    /** How the file protected its contents, for example `PBES2 AES-256` or `RC2-40, 3DES`. */
    encryption: z.string(),
    hadPassword: z.boolean(),
    fileName: z.string(),
  }),
  z.object({
    kind: z.literal('fcm-service-account'),
    projectId: z.string(),
    clientEmail: z.string(),
    privateKeyId: z.string(),
    tokenUri: z.string(),
    publicKeyPem: z.string(),
  }),
  /** What the consoles of most Android vendors give: an app's IDs and its secrets. */
  z.object({
    kind: z.literal('app-keys'),
    vendor: VendorId,
    /** By the vendor's own names in lower camel case (`appId`, `packageName`); no secret is among them. */
    values: z.record(z.string(), z.string()),
    /** Names of the secret values that are sealed (`appSecret`, `masterSecret`). */
    secretNames: z.array(z.string()),
  }),
]);
export type CredentialFacts = z.infer<typeof CredentialFacts>;

export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'passed']),
  phrase: Phrase,
  fix: Phrase.optional(),
  certainty: Certainty,
  /** Section of docs/credentials.md that has more on it. */
  help: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

export const Credential = z.object({
  id: z.string(),
  /** Unique, never reused: Tencent's `businessID`. */
  certificateId: z.number().int(),
  vendor: VendorId,
  name: z.string(),
  appId: z.string().nullable(),
  facts: CredentialFacts,
  findings: z.array(Finding),
  /** What seals the secret part: `key-file`, `passphrase` or `safe-storage`. */
  sealer: z.string(),
  /** True: the secret part cannot be opened in this session. It is kept. */
  locked: z.boolean(),
  createdAtMs: z.number().int(),
  updatedAtMs: z.number().int(),
});
export type Credential = z.infer<typeof Credential>;

/** A file or pasted text. Exactly as its bytes are. */
export const CredentialFile = z.object({
  fileName: z.string().max(255).default(''),
  contentB64: z.string().max(2_000_000),
  /** Absent: none given. An empty one is tried anyway. */
  password: z.string().max(1024).optional(),
});
export type CredentialFile = z.infer<typeof CredentialFile>;

/** What is inside a file, before anything is saved. */
export const CredentialPreview = z.object({
  kind: z.enum(['apns-p8', 'apns-certificate', 'fcm-service-account']),
  vendor: VendorId,
  suggestedName: z.string(),
  /** One entry per key and certificate that belong together; a p8 or service account has one. */
  identities: z.array(z.object({ index: z.number().int(), facts: CredentialFacts, findings: z.array(Finding) })),
  /** Fields the file cannot tell, for example the team ID of a p8. */
  asks: z.array(z.enum(['teamId', 'keyId'])),
});
export type CredentialPreview = z.infer<typeof CredentialPreview>;

export const CredentialImport = z.object({
  file: CredentialFile,
  name: z.string().trim().max(200).optional(),
  appId: z.string().nullable().default(null),
  /** Which identity of the file. */
  identity: z.number().int().min(0).default(0),
  teamId: z.string().trim().optional(),
  keyId: z.string().trim().optional(),
  environment: z.enum(['both', 'sandbox', 'production']).optional(),
  topics: z.array(z.string()).nullable().optional(),
  /** Renew: keep this credential's id and certificate ID, replace what is inside. */
  replaceId: z.string().optional(),
});
export type CredentialImport = z.infer<typeof CredentialImport>;

/** A credential that is typed in: the values of its vendor's form (`VendorInfo.credentialForm`), by field name. */
export const CredentialKeys = z.object({
  vendor: VendorId,
  /** Secrets among them. An empty one counts as not given. */
  values: z.record(z.string(), z.string().max(16_384)).default({}),
  /** Text of the key file of the vendor's console, for the values that are not given. */
  keyFile: z.string().max(65_536).optional(),
  name: z.string().trim().max(200).optional(),
  appId: z.string().nullable().default(null),
  /** Renew: keep this credential's id and certificate ID, replace what is inside. */
  replaceId: z.string().optional(),
});
export type CredentialKeys = z.infer<typeof CredentialKeys>;

/** What a form holds so far: its public values, and of the secrets no more than their names. */
export const CredentialKeysPreview = z.object({
  values: z.record(z.string(), z.string()),
  secretNames: z.array(z.string()),
  /** What keeps it from being saved. `field` null: the form as a whole. */
  problems: z.array(z.object({ field: z.string().nullable(), phrase: Phrase })),
});
export type CredentialKeysPreview = z.infer<typeof CredentialKeysPreview>;

/**
 * What became of a check: one push to a token that cannot be a phone's. `not-for-topic`: known, but not for this app. `later`: the
 * vendor could not say. `unclear`: the answer is about something else. `taken`: the host took the push, so it checks nothing.
 * `unreadable`: the answer is none of the vendor's. `closed`: the connection ended without an answer. `no-answer`: none came.
 */
export const CheckVerdict = z.enum([
  'accepted',
  'not-for-topic',
  'refused',
  'later',
  'unclear',
  'taken',
  'unreadable',
  'closed',
  'no-answer',
]);
export type CheckVerdict = z.infer<typeof CheckVerdict>;
export const CredentialCheck = z.object({
  verdict: CheckVerdict,
  /** What the answer says of the credential. */
  phrase: Phrase,
  certainty: Certainty,
  source: Source,
  /** `https://host:port` that was asked. */
  origin: z.string(),
  /** The vendor's code or, when no answer came, ours. Null: there is none. */
  code: z.string().nullable(),
  /** The code explained; null where the vendor has no such code, and for ours. */
  explanation: Explanation.nullable(),
  /** In the log. Null: it did not come to a push, because no access token was given out. */
  exchange: ExchangeSummary.nullable(),
});
export type CredentialCheck = z.infer<typeof CredentialCheck>;

/** One thing to say of a provider token. */
export const TokenPoint = z.object({
  /** What it is about: `form`, `algorithm`, `key-id`, `team-id`, `issued-at`, `age`, `signature`, `key`. */
  id: z.string(),
  outcome: z.enum(['passed', 'failed', 'warning', 'info']),
  phrase: Phrase,
  fix: Phrase.optional(),
  /** What the vendor answers to it. Null: it is no reason to refuse, or nobody knows. */
  code: z.string().nullable(),
  certainty: Certainty,
});
export type TokenPoint = z.infer<typeof TokenPoint>;

/** A provider token taken apart. It is looked at and forgotten: not stored, not logged. */
export const TokenInspection = z.object({
  /** As JSON text; null when it cannot be decoded. */
  header: z.string().nullable(),
  claims: z.string().nullable(),
  algorithm: z.string().nullable(),
  keyId: z.string().nullable(),
  teamId: z.string().nullable(),
  issuedAtMs: z.number().nullable(),
  /** At the instant it was judged for; negative: it is from the time to come. */
  ageMs: z.number().nullable(),
  /** `removed`: redaction took it out. `other`: of no form that APNs takes. */
  signature: z.enum(['raw', 'der', 'other', 'removed', 'missing']),
  signatureBytes: z.number().int(),
  /** The stored key the signature was checked with. */
  checkedWith: z.object({ credentialId: z.string(), name: z.string() }).nullable(),
  points: z.array(TokenPoint),
  /** What the vendor answers to the first point that fails; null: nothing fails. */
  answer: Explanation.nullable(),
});
export type TokenInspection = z.infer<typeof TokenInspection>;

export const credentials = {
  list: oc.route({ method: 'GET', path: '/credentials', tags: ['credentials'] }).output(z.array(Credential)),
  inspect: oc
    .route({ method: 'POST', path: '/credentials/inspect', tags: ['credentials'] })
    /** `appId`: the app whose phones and bundle ID it is compared with. */
    .input(CredentialFile.extend({ appId: z.string().nullable().optional() }))
    .output(CredentialPreview),
  import: oc
    .route({ method: 'POST', path: '/credentials', tags: ['credentials'] })
    .input(CredentialImport)
    .output(Credential),
  /** What a vendor's form holds with a key file's values in it. Nothing is stored, and no secret comes back. */
  inspectKeys: oc
    .route({ method: 'POST', path: '/credentials/keys/inspect', tags: ['credentials'] })
    .input(CredentialKeys.pick({ vendor: true, values: true, keyFile: true }))
    .output(CredentialKeysPreview),
  /** Stores what was typed. `api.bad-input` names the fields that are wrong in `details.fields`, as `inspectKeys` has them. */
  create: oc
    .route({ method: 'POST', path: '/credentials/keys', tags: ['credentials'] })
    .input(CredentialKeys)
    .output(Credential),
  update: oc
    .route({ method: 'PATCH', path: '/credentials/{id}', tags: ['credentials'] })
    .input(
      z.object({
        id: z.string().min(1),
        name: z.string().trim().min(1).max(200).optional(),
        appId: z.string().nullable().optional(),
        /** What a p8 file does not say; `credential.unsupported` for any other kind. */
        signingKey: z
          .object({
            teamId: z.string().trim().min(1).max(40),
            keyId: z.string().trim().min(1).max(40),
            environment: z.enum(['both', 'sandbox', 'production']),
            /** Null: every topic of the team. */
            topics: z.array(z.string().trim().min(1).max(255)).min(1).max(400).nullable(),
          })
          .partial()
          .optional(),
      }),
    )
    .output(Credential),
  duplicate: oc
    .route({ method: 'POST', path: '/credentials/{id}/duplicate', tags: ['credentials'] })
    .input(IdInput)
    .output(Credential),
  /** Asks a vendor's host, or the gateway here, whether it takes the credential. Sends one request and waits for its answer. */
  check: oc
    .route({ method: 'POST', path: '/credentials/{id}/check', tags: ['credentials'] })
    .input(
      z.object({
        id: z.string().min(1),
        destination: Destination.default({ kind: 'local' }),
        /** APNs: the topic to ask for. Absent: the app's, or the first one of the credential. */
        topic: z.string().trim().max(255).optional(),
      }),
    )
    .output(CredentialCheck),
  /** Takes a provider token of APNs apart and checks it with the stored keys. Nothing of it is kept. */
  inspectToken: oc
    .route({ method: 'POST', path: '/credentials/inspect-token', tags: ['credentials'] })
    .input(
      z.object({
        /** The token, also with `authorization: bearer` before it, or as the log keeps it. */
        text: z.string().max(16_384),
        /** Judge its age at this instant; absent: now. */
        atMs: z.number().int().optional(),
      }),
    )
    .output(TokenInspection),
  remove: oc
    .route({ method: 'DELETE', path: '/credentials/{id}', tags: ['credentials'] })
    .input(IdInput)
    .output(Done),
};
