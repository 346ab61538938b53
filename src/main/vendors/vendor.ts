/**
 * What a vendor folder has to provide. Everything here is functions on data: no sockets, no clock, no randomness. `nowMs` and
 * ids come in as arguments, so every part can be tested in a millisecond and the composer can show a request before it is sent.
 * `outbound` and `inbound` do what is described here and know no vendor.
 */
import type {
  App,
  Callback,
  Card,
  Certainty,
  ChannelImportance,
  CredentialFacts,
  Device,
  Draft,
  DraftExport,
  Explanation,
  Intent,
  OptionField,
  Outcome,
  Phrase,
  Platform,
  Problem,
  PushEnvironment,
  QuietReason,
  Size,
  Source,
  TapStep,
  TokenInspection,
  Receipt,
  ReceivedValue,
  AppState,
  VendorId,
} from '../../shared/contract/index.ts';
import type { JsonSchema } from '../../shared/kit/json-schema.ts';
import type { Catalogue } from '../../shared/kit/text.ts';
import type { FullLocale } from '../../shared/contract/common.ts';
import type { GatewayPart } from './vendor-gateway.ts';
import type { WireRequest, WireResponse } from './vendor-wire.ts';

export * from './vendor-gateway.ts';
export type * from './vendor-wire.ts';

/** One number a vendor sets, with where it is written. */
export interface Limit {
  readonly id: string;
  readonly value: number;
  readonly unit: 'bytes' | 'utf16' | 'codepoints' | 'count' | 'seconds' | 'per-minute' | 'per-hour' | 'per-day';
  /** What it applies to, in plain words. */
  readonly scope: string;
  readonly certainty: Certainty;
  readonly source: Source;
}

/** One row of a vendor's error table. Words are in the folder's catalogues under `<vendor>.error.<code>.{meaning,cause,fix}`. */
export interface VendorError {
  /** As on the wire. */
  readonly code: string;
  /** HTTP status it comes with; null when several. */
  readonly status: number | null;
  /** Sending the very same request again can help. */
  readonly retry: 'never' | 'later' | 'after-fix';
  /** Who can produce it here: the request alone, the workspace's state, the connection's history, or only a fault. */
  readonly decidedBy: 'request' | 'state' | 'history' | 'fault';
  readonly certainty: Certainty;
  readonly source: Source;
}

/**
 * Something to look at when a code came back. `set`: a value of the payload by its dotted path, which is missing or another one than it
 * mostly has to be.
 */
export type Suspect =
  | 'token-form'
  | 'environment'
  | 'credential-environment'
  | 'topic'
  | 'provider-token'
  | 'clock'
  | 'size'
  | 'secret'
  | { readonly set: string; readonly value: string | number };

/** One field of a vendor's request, for the page about the vendor. In English; the window has the schema and the option help. */
export interface VendorField {
  readonly name: string;
  /** Type and range in a few words. */
  readonly takes: string;
  /** What Pushscope does with it: shows it, checks it, answers with a reason. */
  readonly does: string;
  readonly since: string | null;
  readonly certainty: Certainty;
  readonly source: Source;
  /** Where `does` is found out by trying: the page says what changed on card and touch, which problems came, and which codes the gateway answered. */
  readonly trial?: FieldTrial;
}
/** How a field is tried out. */
export interface FieldTrial {
  readonly path: readonly string[];
  /** Values that are right, at least one beside that of the push it is put into. */
  readonly values: readonly unknown[];
  /** The push it is put into; absent: the vendor's example. */
  readonly base?: Draft;
}

/** A credential with its secret part open. Lives only while a request is built. */
export interface OpenCredential {
  readonly id: string;
  readonly facts: CredentialFacts;
  /** Named secret values: `privateKeyPem` for every kind of today. */
  readonly secret: Readonly<Record<string, string>>;
}

/** Where and as whom a draft is to be sent. */
export interface SendTarget {
  readonly token: string;
  /** Bundle ID or package name of the app on the device; empty when unknown. */
  readonly appIdentifier: string;
  readonly environment: PushEnvironment;
  readonly credential: CredentialFacts | null;
}

/** Something that goes with requests for a while: a JWT made here or an access token fetched. */
export interface IssuedToken {
  readonly value: string;
  /** From here on a new one is used; the old one would still work until `expiresAtMs`. */
  readonly renewAtMs: number;
  readonly expiresAtMs: number;
  /** It carries its time, and the vendor counts how often it changes: not replaced sooner than this because of a clock. */
  readonly keepAtLeastMs?: number;
}

/**
 * How a request authenticates. `cacheKey` names what may be shared: two sends with equal keys use one token or one connection
 * identity. `outbound` keeps the cache and performs the token request as an exchange of its own.
 */
export type AuthPlan =
  | {
      readonly kind: 'client-certificate';
      readonly cacheKey: string;
      readonly certificatePem: string;
      readonly privateKeyPem: string;
    }
  | { readonly kind: 'signed'; readonly cacheKey: string; readonly make: (nowMs: number) => IssuedToken }
  | {
      readonly kind: 'fetched';
      readonly cacheKey: string;
      /** Origin the token request goes to; null: the same as the push. */
      readonly origin: string | null;
      readonly request: (nowMs: number) => WireRequest;
      readonly read: (response: WireResponse, nowMs: number) => TokenAnswer;
    };
export type TokenAnswer =
  | { readonly ok: true; readonly token: IssuedToken }
  | { readonly ok: false; readonly code: string; readonly outcome: 'rejected' | 'unreadable' };

/** What the vendor's answer means. */
export interface Reading {
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly vendorMessageId: string | null;
  readonly targets: readonly {
    readonly token: string;
    readonly outcome: Outcome;
    readonly reason: string | null;
    /** Since when the vendor knows this token to be dead, where it says so. A token reported later is good again. */
    readonly deadAtMs?: number;
  }[];
  /** The vendor refused the token that authenticated the request: drop it from the cache. */
  readonly dropToken: boolean;
  /** Present when the vendor said when to come back. */
  readonly retryAfterMs: number | null;
  /** A new connection may be answered differently; this one should take no more requests. */
  readonly renewConnection?: boolean;
}

export interface PayloadPart {
  /** Fields of the raw form, beside the payload. */
  readonly options: readonly OptionField[];
  /** A payload that works, for the empty raw editor. */
  readonly example: string;
  fromIntent(intent: Intent, target: SendTarget, nowMs: number): Draft;
  /** Problems and counters of a draft. Without `nowMs` nothing is said about past and future. Never throws, whatever the text. */
  check(draft: Draft, target: SendTarget | null, nowMs?: number): { problems: Problem[]; sizes: Size[] };
  /** The payload as JSON Schema, its words in the language of `say`. A vendor without one has no completion in the raw editor. */
  schema?(say: (phrase: Phrase) => string): JsonSchema;
  /** The draft in forms that tools outside take. `appIdentifier`: the app to name when the draft names none; may be empty. */
  exports?(draft: Draft, appIdentifier: string): DraftExport[];
  /** Reads a captured or pasted request back into a draft. Null: not a push of this vendor. Never throws. */
  fromRequest(request: WireRequest): ReadRequest | null;
  /** Reads a pasted text or dropped file as a push of this vendor. Null: it does not look like one. Never throws. */
  recognise(text: string, fileName: string): RecognisedPayload | null;
}
export interface RecognisedPayload {
  readonly kind: 'vendor-payload' | 'apns-file' | 'device-token';
  /** Null for a device token. */
  readonly draft: Draft | null;
  readonly tokens: readonly string[];
  readonly certainty: Certainty;
}
/** A request in a form that the vendor takes no more, in the terms of today. */
export interface RetiredRequest {
  /** The form, by the name people know it by; the same in every language. */
  readonly form: string;
  /** One for each message it carried, oldest first. Empty: the request ended before a message came. */
  readonly pushes: readonly ReadRequest[];
  /** What changes on the way to today's request, and what has no place there. */
  readonly notes: readonly Phrase[];
  readonly certainty: Certainty;
  readonly source: Source;
}
export interface ReadRequest {
  readonly draft: Draft;
  readonly tokens: readonly string[];
  /** Bundle ID or package name the request names; absent when it names none. */
  readonly appIdentifier?: string;
  readonly title: string;
  readonly body: string;
}

/** One value of a credential that is typed in and not read from a file. */
export interface CredentialField {
  /** As in `CredentialFacts.values`, or a name of `OpenCredential.secret`. */
  readonly name: string;
  /** The vendor's own words on its console, the same in every language. */
  readonly label: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** Says what is wrong with a value; null when nothing is. Never shows the value. */
  check(value: string): Phrase | null;
  readonly certainty: Certainty;
  readonly source: Source;
}

export interface AuthPart {
  /** The form of `app-keys` credentials; absent where credentials are files. */
  readonly form?: readonly CredentialField[];
  /** Reads the key file of the vendor's console into values of the form, by field name. Null: the text is no such file. Never throws. */
  readKeyFile?(text: string): Readonly<Record<string, string>> | null;
  /** Public values that follow from the form's (a public key), to be kept among the facts. Never throws. */
  publicValues?(values: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  readonly credentialKinds: readonly CredentialFacts['kind'][];
  /** `draft`: what is to be sent, for vendors whose APIs authenticate in different ways. */
  plan(credential: OpenCredential, origin: string, draft?: Draft): AuthPlan;
  /** Which of these ways a draft asks for; plans are kept by it. Absent: there is one way. */
  variant?(draft: Draft): string;
  /** Takes a pasted token apart and checks it with the keys at hand. Never throws. Vendors whose senders make tokens only. */
  inspectToken?(text: string, keys: readonly StoredKey[], nowMs: number): TokenInspection;
}
/** A stored credential as a token is compared with it. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly facts: CredentialFacts;
}

export interface SenderPart {
  /** `h2`: HTTP/2 only. `https`: HTTP/1.1 with keep-alive. */
  readonly protocol: 'h2' | 'https';
  /** h2: one request goes alone on a new connection until the vendor accepted the token it carries. */
  readonly aloneUntilAuthenticated?: boolean;
  /** The vendor's own hosts. */
  readonly hosts: readonly {
    readonly id: string;
    readonly label: string;
    readonly origin: string;
    readonly environment: PushEnvironment | null;
  }[];
  /**
   * The option that makes a push a test, and the value that does; `name` is the vendor's own for it. Set by itself for the vendor's own
   * hosts unless formal pushes are asked for.
   */
  readonly testSwitch?: { readonly option: string; readonly value: string; readonly name: string };
  /** `token` is the current value of a signed or fetched plan. A string result is a reason why no request can be made. */
  request(
    draft: Draft,
    target: SendTarget,
    token: string | null,
    /** When it is sent, for vendors that want to be told. Absent: it is only shown. */
    nowMs?: number,
  ): WireRequest | { readonly unusable: Problem };
  read(request: WireRequest, response: WireResponse): Reading;
  /** The vendor's code in the debug data of a GOAWAY; null when there is none. HTTP/2 vendors that use it only. */
  goawayReason?(debug: string): string | null;
}

/**
 * What the answer to a probe says of the credential. `not-for-topic`: it is known, but not for this app. `later`: the vendor cannot
 * say now. `unclear`: the answer is about something else.
 */
export type ProbeVerdict = 'accepted' | 'not-for-topic' | 'refused' | 'later' | 'unclear';

/**
 * Learns whether the vendor takes a credential, by a push to a token that cannot be anybody's. Words for what came of it are in the
 * folder's catalogues under `<vendor>.probe.<verdict>`, and besides `taken`, `unreadable`, `closed` and `no-answer`.
 */
export interface ProbePart {
  readonly token: string;
  /** How sure it is that the vendor looks at the credential before the token, and who says so. */
  readonly certainty: Certainty;
  readonly source: Source;
  /** `appIdentifier`: of the app the credential is for, or empty. `topic`: named by the person instead, or empty. */
  draft(credential: CredentialFacts, appIdentifier: string, topic: string): Draft;
  /** `code`: the vendor's own. */
  judge(code: string): ProbeVerdict;
}

export interface DisplayPart {
  /** What the system of a phone can show. `platform` matters where one vendor serves several. */
  card(draft: Draft, about: { platform: Platform; appName: string }): Card;
  /** Why a phone of this vendor keeps the accepted push quiet, or may. What the phone's own settings do is not asked here. Absent: nothing is known. */
  quiet?(draft: Draft, about: QuietAbout): readonly QuietReason[];
  /** Importance of the channel the push arrives in, where the card does not say it: its level passive is low, everything else high. */
  importance?(draft: Draft, about: QuietAbout): ChannelImportance;
}

/** The phone and the app that a push has reached. */
export interface QuietAbout {
  readonly device: Device;
  readonly app: App | undefined;
  readonly atMs: number;
}

/** How long and in whose place a vendor keeps a push for a phone that cannot be reached. */
export interface KeepPlan {
  /** Of the pushes to one phone with the same place only the newest is kept; null: each has a place of its own. */
  readonly place: string | null;
  /** Kept until then; a time that has passed: not at all. */
  readonly untilMs: number;
  /** Comes through to a phone that saves power. */
  readonly isUrgent: boolean;
}

/** What a touch leads to, before any redirect rule of the app. */
export interface TapPlan {
  readonly steps: readonly TapStep[];
  readonly callback: Callback | null;
  /** The object handed over, as JSON text. */
  readonly received: string;
  readonly values: readonly ReceivedValue[];
  /** The text an IM app routes by; null when it is not there. */
  readonly ext: string | null;
  readonly opens: { readonly kind: 'app' | 'activity' | 'url' | 'nothing'; readonly name: string };
  readonly stoppedBecause: Phrase | null;
  /** The Intent text or address that the system was handed. Absent: what opens is named otherwise. */
  readonly uri?: string;
}

export interface TapPart {
  /** A touch on what was drawn. What never is drawn is not asked about here. `action`: `default`, `dismiss`, or an action id of the app. */
  plan(
    draft: Draft,
    about: {
      platform: Platform;
      appState: AppState;
      action: string;
      vendorMessageId: string | null;
      nowMs: number;
      /** What was typed into a reply. */
      userText?: string | undefined;
    },
  ): TapPlan;
  /** What is drawn when the push arrives in one state of the app, and which of its code hears of it. */
  arrival(draft: Draft, about: { platform: Platform; appState: AppState; presentsInForeground: boolean }): Arrival;
}
/** What happens when a push reaches the phone, before anybody touches it. */
export interface Arrival {
  readonly drawn: boolean;
  readonly steps: readonly TapStep[];
  readonly because: Phrase | null;
  /** Code of the app that runs, in the order it does, and what it gets. */
  readonly receipts: readonly Receipt[];
}

/** Where secrets stand in this vendor's requests and answers; the journal removes them by these rules and its general ones. */
export interface SecretRule {
  readonly in: 'request' | 'response';
  readonly where: 'header' | 'query' | 'form' | 'json';
  /** Field name; for JSON the key, wherever it stands. Lower case, compared without case. */
  readonly name: string;
  /** What it is, for the text that stands in its place: `access-token`, `private-key`, `app-secret`, `signature`, `assertion`. */
  readonly kind: string;
}

export interface Vendor {
  readonly id: VendorId;
  /** Brand name, the same in every language. */
  readonly label: string;
  readonly monogram: string;
  readonly platforms: readonly Platform[];
  readonly limits: readonly Limit[];
  readonly errors: readonly VendorError[];
  /** By code: what to look at in a request that came back with it, the most usual first. Left out: the payload alone. */
  readonly suspects?: Readonly<Record<string, readonly Suspect[]>>;
  /** Absent: the fields are not in a table yet. */
  readonly fields?: readonly VendorField[];
  readonly payload: PayloadPart;
  readonly auth: AuthPart;
  readonly sender: SenderPart;
  readonly probe: ProbePart;
  readonly gateway: GatewayPart;
  readonly display: DisplayPart;
  readonly tap: TapPart;
  /** Reads a request in a form that the vendor retired; null: it is none. Left out: the vendor retired none. Never throws. */
  retired?(request: WireRequest): RetiredRequest | null;
  /** Left out: every push is kept for four weeks and is urgent. */
  keepPlan?(draft: Draft, nowMs: number): KeepPlan;
  readonly secrets: readonly SecretRule[];
  readonly texts: Readonly<Record<FullLocale, Catalogue>>;
  /** Explains a code this vendor answered with; null when the table does not have it. */
  explain(code: string, status: number | null): Explanation | null;
}
