/** What a vendor's gateway has to provide. Functions on data, as all of `vendor.ts`. */
import type {
  CredentialFacts,
  Draft,
  GatewayProfile,
  GatewaySettings,
  HeaderList,
  Outcome,
  PushEnvironment,
  Recipe,
  VendorId,
  Verdict,
} from '../../shared/contract/index.ts';
import type { WireResponse } from './vendor-wire.ts';

/** A request as a listener received it. */
export interface Capture {
  readonly method: string;
  readonly path: string;
  /** Host the client asked for: `:authority` or `host`, without port. */
  readonly host: string;
  /** Names as sent, in order, repeats kept; pseudo headers left out. */
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  /** `none`: not HTTP; `method` then names the protocol that was recognised, and `body` is all that came. */
  readonly httpVersion: '1.1' | '2' | 'none';
  readonly tls: boolean;
  /** DER of the client certificate, when one was shown. */
  readonly clientCertificate: Uint8Array | null;
}

/** What a gateway may know of the workspace. A snapshot; it never changes while a request is decided. */
export interface GatewayRegistry {
  /** Knows which vendors' tokens mean the same in upper and lower case. */
  findToken(vendor: VendorId, token: string): RegisteredToken | null;
  readonly credentials: readonly CredentialFacts[];
  /** Identifiers of all apps: bundle IDs and package names. */
  readonly appIdentifiers: ReadonlySet<string>;
  /**
   * A secret value of one of `credentials`, to compare with what a request shows or was signed with. Null: it has none of this name, or
   * it cannot be opened now. Absent: no secret is at hand; a gateway then reports the check as unverified. Never part of an answer.
   */
  readonly secret?: (facts: CredentialFacts, name: string) => string | null;
}
export interface RegisteredToken {
  readonly token: string;
  readonly deviceId: string;
  readonly appIdentifier: string;
  readonly environment: PushEnvironment;
  readonly state: 'active' | 'unregistered' | 'expired';
  readonly deadAtMs: number | null;
}

export interface GatewayInput<C, M> {
  readonly capture: Capture;
  readonly connection: C;
  readonly memory: M;
  readonly registry: GatewayRegistry;
  readonly settings: GatewaySettings;
  readonly nowMs: number;
  /** Makes a fresh UUID (lower case). */
  readonly newId: () => string;
}

/** Things a listener does to the connection besides answering. */
export type GatewayEffect =
  /** Send GOAWAY and close. No HTTP answer is sent when this is `instead` of one. */
  | {
      readonly kind: 'goaway';
      readonly errorCode: number;
      /** `before-this`: the stream before that of the request, so that the client knows this one was not looked at. */
      readonly lastStreamId: number | 'before-this';
      readonly debug: string;
      readonly instead: boolean;
    }
  | { readonly kind: 'settings'; readonly maxConcurrentStreams: number };

export interface GatewayAnswer<C, M> {
  /** push: belongs in the log as a push. auth: a token request. */
  readonly kind: 'push' | 'auth';
  readonly verdict: Verdict;
  readonly reply: WireResponse;
  readonly connection: C;
  readonly memory: M;
  readonly effects: readonly GatewayEffect[];
  readonly vendorMessageId: string | null;
  /** One per token the request named. */
  readonly targets: readonly {
    readonly token: string;
    readonly outcome: Outcome;
    readonly reason: string | null;
    /** What this phone gets in place of `delivery`: vendors that take several messages at once, or keep one phone quiet. */
    readonly delivery?: Draft;
  }[];
  /** The push as the phone would get it; null when nothing is to be delivered. */
  readonly delivery: Draft | null;
  /** The request came by a way in that the vendor closed: no mode of the gateway opens it again. */
  readonly isRetired?: boolean;
}

/** What recipes take from the workspace, so that a copied one goes to a phone that is there. Without secrets. */
export interface RecipeSample {
  /** Of a phone of this vendor; null: there is none. */
  readonly token: string | null;
  /** Bundle ID or package name of its app. */
  readonly appIdentifier: string | null;
  /** Public values of the app's credential, by their names among the facts. */
  readonly values: Readonly<Record<string, string>>;
  /** Folder with the demo's keys, when the credential is one of them. */
  readonly keyFolder: string | null;
}

/** Where a gateway listens. `caPath`: PEM file of the authority that signed its certificate. */
export interface RecipePlace {
  readonly origin: string;
  readonly port: number;
  readonly caPath: string;
  readonly sample: RecipeSample;
}

/** What the beginning of a connection without HTTP was recognised as. */
export interface OldProtocol {
  readonly name: string;
  readonly isWhole: boolean;
  readonly body: Uint8Array;
}

/** What a fault answers with. */
export interface FaultAnswer {
  readonly code: string;
  readonly status: number;
  /** Device tokens of the request, for vendors that put a code on each. */
  readonly tokens: readonly string[];
}

export interface GatewayPart<C = unknown, M = unknown> {
  readonly defaultPort: number;
  /** ALPN names offered over TLS, in order. */
  readonly alpn: readonly ('h2' | 'http/1.1')[];
  /** Answers plain HTTP on the same port (first byte decides). */
  readonly plain: boolean;
  /** Takes HTTP/2 requests whose `:scheme` ends with a colon, as the vendor does and a known client of it sends. */
  readonly mendsScheme?: boolean;
  /** Ask for a client certificate during the handshake; it stays optional. */
  readonly requestCertificate: boolean;
  /** SETTINGS of a new HTTP/2 connection. */
  firstSettings(about: {
    clientCertificate: Uint8Array | null;
    mode: 'known' | 'strict';
  }): Readonly<Record<string, number>>;
  /** Bodies longer than this are cut off while reading and answered with `tooLarge`. Bytes. */
  readonly maxBodyBytes: number;
  /**
   * Recognises the first bytes of a connection that does not speak HTTP as a protocol the vendor had once. `name` becomes the method of the
   * capture; `isWhole`: what there is can be decided, so nothing more is awaited; `body`: the bytes without what authenticates them.
   * Null: no such protocol. Never throws.
   */
  oldProtocol?(bytes: Uint8Array): OldProtocol | null;
  newConnection(): C;
  newMemory(): M;
  decide(input: GatewayInput<C, M>): GatewayAnswer<C, M>;
  /** A gateway that takes anything: the answer to a push that it would have refused. `id`: a fresh UUID, lower case. */
  welcome(
    capture: Capture,
    tokens: readonly string[],
    id: string,
  ): { readonly reply: WireResponse; readonly vendorMessageId: string };
  /** The vendor's way to say «later»: the answer when a push could not be stored. */
  unavailable(): WireResponse;
  /** Ways to look at requests that can be chosen; left out: one. */
  readonly profiles?: readonly GatewayProfile[];
  /** `settings.perTokenPerMinute` is heeded. */
  readonly limitsPerToken?: boolean;
  /** Debug data of the GOAWAY that ends a connection on which nothing happened; left out: such connections stay. */
  readonly idleGoaway?: string;
  /** Faults: the answer with a code of the vendor's in place of the decided one; left out: faults cannot answer here. */
  faultReply?(fault: FaultAnswer, decided: WireResponse, nowMs: number): WireResponse;
  /** Faults: the code that HTTP 429 comes with here; left out: such a fault cuts the connection. */
  readonly busyCode?: string;
  /** Faults: codes that refuse a part of the tokens; a fault makes them by dead tokens, and does not answer with them. */
  readonly partialCodes?: readonly string[];
  /** Faults: codes that the token address answers with; a fault with one of them meets token requests and no push. */
  readonly tokenCodes?: readonly string[];
  /** Faults: what is answered to an access token that ran out, and where a request shows it; left out: the vendor has none. */
  readonly accessToken?: {
    readonly expired: { readonly code: string; readonly status: number };
    /** Null: it shows none. */
    shownIn(capture: Capture): string | null;
  };
  /** Faults: the memory without an access token that was made to run out; left out: the vendor gives a new one to whoever asks. */
  forgetAccessToken?(memory: M, token: string): M;
  /** Faults: debug data of a GOAWAY with this code; left out: the vendor does not explain itself that way. */
  goawayDebug?(code: string): string;
  /** How to point libraries here. */
  recipes(place: RecipePlace): Recipe[];
}

/**
 * Gives a gateway its place in the list of vendors, where the types of its two states are nobody's business. Safe because each
 * state value comes from this very part: newConnection, newMemory or an earlier answer.
 */
export const defineGateway = <C, M>(part: GatewayPart<C, M>): GatewayPart => part;
