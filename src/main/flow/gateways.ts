import type { FaultInput, Gateway, GatewaySettings, VendorId } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventHub } from '../kit/hub.ts';
import { FaultBook, type FailedGateway, type Inbound, type OpenGateway } from '../inbound/index.ts';
import type { Store } from '../store/index.ts';
import type { RecipeSample, Vendor } from '../vendors/vendor.ts';
import type { Counts } from './capture.ts';

/** New counts are told at most this often. */
const tellEveryMs = 200;
const defaults: GatewaySettings = {
  mode: 'known',
  environment: 'sandbox',
  profile: 'apple',
  perTokenPerMinute: 0,
  idleSeconds: 0,
};

interface Needs {
  readonly store: Store;
  readonly hub: EventHub;
  readonly vendors: readonly Vendor[];
  readonly caPath: string;
  readonly caPem: string;
  readonly countsOf: (vendor: VendorId) => Counts;
  readonly newFaultId: () => string;
  /** What recipes take from the workspace as it is now. */
  readonly sampleOf: (vendor: Vendor) => RecipeSample;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The gateways as people see them: address, state, settings, counts, recipes. */
export class Gateways {
  readonly #needs: Needs;
  readonly #settings = new Map<VendorId, GatewaySettings>();
  readonly #changed = new Set<VendorId>();
  readonly #samples = new Map<VendorId, string>();
  readonly faults: FaultBook;
  #open: readonly OpenGateway[] = [];
  #failed: readonly FailedGateway[] = [];
  #telling: NodeJS.Timeout | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.faults = new FaultBook({
      newId: needs.newFaultId,
      changed: (vendor) => this.touched(vendor),
      random: needs.random,
      tokenCodes: (id) => needs.vendors.find((vendor) => vendor.id === id)?.gateway.tokenCodes ?? [],
    });
  }

  async load(): Promise<void> {
    for (const { id } of this.#needs.vendors) {
      const stored = await this.#needs.store.read('findSetting', { name: `gateway-${id}` });
      // Written by `update` from this very type; anything missing takes its default.
      this.#settings.set(id, { ...defaults, ...(stored as Partial<GatewaySettings> | undefined) });
    }
  }

  get ca(): { caPath: string; caPem: string } {
    return { caPath: this.#needs.caPath, caPem: this.#needs.caPem };
  }

  opened({ gateways, failed }: Pick<Inbound, 'gateways' | 'failed'>): void {
    this.#open = gateways;
    this.#failed = failed;
    for (const vendor of this.#needs.vendors) this.#samples.set(vendor.id, this.#sampleText(vendor));
  }

  settingsOf(vendor: VendorId): GatewaySettings {
    return this.#settings.get(vendor) ?? defaults;
  }

  originOf(vendor: VendorId): string | undefined {
    return this.#open.find((one) => one.vendor === vendor)?.origin;
  }

  all(): Gateway[] {
    return this.#needs.vendors.map((vendor) => this.#describe(vendor));
  }

  async update(vendor: VendorId, patch: Partial<GatewaySettings>): Promise<Gateway> {
    const found = this.#get(vendor);
    const settings = { ...this.settingsOf(vendor), ...patch };
    await this.#needs.store.write('putSetting', { name: `gateway-${vendor}`, value: settings });
    this.#settings.set(vendor, settings);
    const gateway = this.#describe(found);
    this.#needs.hub.publish({ type: 'gateway.changed', gateway });
    return gateway;
  }

  /** The next requests fail on purpose. AppError `gateway.not-found`. */
  addFault(vendor: VendorId, input: FaultInput): Gateway {
    const found = this.#get(vendor);
    this.faults.add(vendor, input);
    return this.#describe(found);
  }

  /** Takes one fault away, or all. AppError `gateway.not-found`. */
  clearFaults(vendor: VendorId, id?: string): Gateway {
    const found = this.#get(vendor);
    this.faults.clear(vendor, id);
    return this.#describe(found);
  }

  #get(vendor: VendorId): Vendor {
    const found = this.#needs.vendors.find((one) => one.id === vendor);
    if (!found) throw new AppError('gateway.not-found', { vendor });
    return found;
  }

  /** A gateway took something in. */
  touched(vendor: VendorId): void {
    this.#changed.add(vendor);
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      for (const found of this.#needs.vendors) {
        if (this.#changed.has(found.id))
          this.#needs.hub.publish({ type: 'gateway.changed', gateway: this.#describe(found) });
      }
      this.#changed.clear();
    }, tellEveryMs);
  }

  /** Apps, phones or credentials changed: recipes that name something else now are told. */
  workspaceChanged(): void {
    for (const vendor of this.#needs.vendors) {
      const sample = this.#sampleText(vendor);
      if (this.#samples.get(vendor.id) !== sample) this.touched(vendor.id);
      this.#samples.set(vendor.id, sample);
    }
  }

  #sampleText(vendor: Vendor): string {
    return JSON.stringify(this.#needs.sampleOf(vendor));
  }

  close(): void {
    if (this.#telling) clearTimeout(this.#telling);
  }

  #describe(vendor: Vendor): Gateway {
    const open = this.#open.find((one) => one.vendor === vendor.id);
    const failure = this.#failed.find((one) => one.vendor === vendor.id)?.failure ?? null;
    const { lastAtMs, ...counts } = this.#needs.countsOf(vendor.id);
    const part = vendor.gateway;
    const at = { origin: open?.origin ?? '', port: open?.port ?? 0, caPath: this.#needs.caPath };
    const sample = this.#needs.sampleOf(vendor);
    return {
      vendor: vendor.id,
      state: open ? 'listening' : failure === null ? 'stopped' : 'failed',
      origin: at.origin,
      port: at.port,
      defaultPort: part.defaultPort,
      moved: open?.moved ?? false,
      speaks: [
        ...(part.alpn.includes('h2') ? (['HTTP/2'] as const) : []),
        ...(part.alpn.includes('http/1.1') ? (['HTTP/1.1'] as const) : []),
        'TLS',
        ...(part.plain ? (['plain'] as const) : []),
      ],
      settings: this.settingsOf(vendor.id),
      offers: offersOf(vendor),
      faults: [...this.faults.of(vendor.id)],
      counts,
      lastAtMs,
      recipes: open ? part.recipes({ ...at, sample }) : [],
      failure,
    };
  }
}

/** A code that comes with several is answered by a fault with this. */
const severalStatus = 500;

const offersOf = ({ gateway, errors }: Vendor): Gateway['offers'] => ({
  profiles: [...(gateway.profiles ?? [])],
  perTokenPerMinute: gateway.limitsPerToken ?? false,
  idleSeconds: gateway.idleGoaway !== undefined,
  faultAnswers: gateway.faultReply
    ? errors
        .filter(({ code }) => !gateway.partialCodes?.includes(code))
        .map(({ code, status }) => ({ code, status: status ?? severalStatus }))
    : [],
  goaway: gateway.goawayDebug !== undefined,
  expireToken: gateway.accessToken !== undefined,
});
