import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { vendorIds, type VendorId } from '../shared/contract/common.ts';
import type { Credential } from '../shared/contract/credentials.ts';
import { createRouter, handlerOptions } from './api/router.ts';
import {
  openCredentials,
  type CredentialBook,
  type CredentialsOptions,
  type OwnSecrets,
  type SetupContext,
} from './credentials/index.ts';
import { BulkSends } from './flow/bulk/index.ts';
import { Captures } from './flow/capture.ts';
import { makeDemoWorkspace } from './flow/demo.ts';
import { DemoKeys } from './flow/demo-keys.ts';
import { filterNames } from './flow/filter-names.ts';
import { Dispatcher } from './flow/dispatch.ts';
import { Gateways } from './flow/gateways.ts';
import { gatewayNames } from './flow/gateway-names.ts';
import { HealthChecks } from './flow/health-check.ts';
import { InFlight } from './flow/in-flight.ts';
import type { Parts } from './flow/parts.ts';
import { RecentMessages } from './flow/recent-messages.ts';
import { VariableSource } from './flow/variables.ts';
import { recipeSample } from './flow/recipe-sample.ts';
import { createRegistry } from './flow/registry.ts';
import { Sends } from './flow/send.ts';
import { Storing } from './flow/storing.ts';
import { SwitchBook } from './flow/switches.ts';
import { openInbound } from './inbound/index.ts';
import { Journal } from './journal/index.ts';
import { EventHub } from './kit/hub.ts';
import { createIds } from './kit/ids.ts';
import { checkNetwork, defaultOutboundSettings, Outbound } from './outbound/index.ts';
import { Phones } from './phones/index.ts';
import type { Ports } from './ports.ts';
import { PresetLibrary, preparePresets } from './presets/index.ts';
import { SettingsBook } from './settings/index.ts';
import { openStore, type Store } from './store/index.ts';
import { findVendor, vendors } from './vendors/index.ts';
import { openWorkspace, type WorkspaceBooks } from './workspace/index.ts';

export interface App {
  readonly router: ReturnType<typeof createRouter>;
  readonly handlerOptions: ReturnType<typeof handlerOptions>;
  readonly gateways: Gateways;
  /** Finishes what is under way, closes every port and the database. */
  close(): Promise<void>;
}

/** The CA as a file, for clients that take one. It holds no secret. */
const writeCa = (dataDir: string, caPem: string): string => {
  const caPath = path.join(dataDir, 'ca.pem');
  writeFileSync(caPath, caPem, { mode: 0o644 });
  return caPath;
};

/** The one place where the parts are wired. A shell brings the ports and puts a transport in front of the router. */
export const createApp = async (ports: Ports): Promise<App> => {
  const startedAtMs = ports.now();
  const store = await openStore({ folder: ports.dataDir, workerUrl: ports.workers.store, nowMs: startedAtMs });
  const undo: Undo = [() => store.close()];
  try {
    return await wire(ports, store, startedAtMs, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
};

type Undo = (() => void | Promise<void>)[];

/** Says what happened to the data folder before anybody asks. */
const openSettings = async (store: Store, hub: EventHub): Promise<SettingsBook> => {
  const settings = new SettingsBook(store, hub, checkNetwork);
  await settings.load();
  if (store.damagedFile) {
    const phrase = { id: 'notice.store-damaged', params: { file: store.damagedFile } };
    settings.note({ id: 'store-damaged', severity: 'warning', phrase });
  }
  return settings;
};

interface InboundNeeds {
  readonly ports: Ports;
  readonly base: Pick<Parts, 'store' | 'hub' | 'journal' | 'workspace' | 'phones' | 'newId'>;
  readonly credentials: CredentialBook;
  readonly settings: SettingsBook;
  readonly secrets: OwnSecrets;
  readonly caPath: string;
  readonly inFlight: InFlight;
  readonly demoKeys: DemoKeys;
}

/** Whoever opened the gateways to others shall not forget it. */
const tellOpenness = ({ gatewayListen, log }: Ports, settings: SettingsBook): void => {
  if (gatewayListen === null || gatewayListen === '::1' || gatewayListen.startsWith('127.')) return;
  const params = { address: gatewayListen };
  settings.note({ id: 'gateway-listen', severity: 'warning', phrase: { id: 'notice.gateway-listen', params } });
  log(
    `WARNING: the gateways listen at ${gatewayListen}. Whoever reaches this address can send pushes to them. Window and API stay on loopback.`,
  );
};

/** Opens every vendor's gateway and connects them with journal and phones. */
const openGateways = async (
  { ports, base, credentials, settings, secrets, caPath, inFlight, demoKeys }: InboundNeeds,
  undo: Undo,
): Promise<Gateways> => {
  const parts = { ...base, log: ports.log, vendor: findVendor };
  const captures = new Captures(parts, inFlight, new Storing(settings), (id) => gateways.touched(id));
  const countsOf = (id: VendorId) => captures.countsOf(id);
  const gateways = new Gateways({
    ...base,
    vendors,
    caPath,
    caPem: secrets.ca.certificatePem,
    countsOf,
    sampleOf: (vendor) => recipeSample({ ...base, credentials, demoKeys }, vendor),
    newFaultId: ports.uuid,
    random: Math.random,
  });
  await gateways.load();
  undo.push(() => gateways.close());
  const inbound = await openInbound({
    gateways: vendors.map(({ id, gateway, payload }) => ({
      vendor: id,
      part: gateway,
      read: (request) => payload.fromRequest(request),
    })),
    tls: secrets.server,
    registry: createRegistry({ ...base, credentials }),
    settings: (id) => gateways.settingsOf(id),
    faults: gateways.faults,
    record: (captured) => captures.record(captured),
    now: ports.now,
    uuid: ports.uuid,
    random: Math.random,
    port: ports.gatewayPort,
    listen: ports.gatewayListen,
    caPath,
    log: ports.log,
  });
  undo.push(() => inbound.close());
  gateways.opened(inbound);
  base.hub.observe((event) => {
    if (event.type === 'workspace.changed' || event.type === 'credential.changed') gateways.workspaceChanged();
  });
  tellOpenness(ports, settings);
  for (const { vendor, port, defaultPort } of inbound.gateways.filter((one) => one.moved)) {
    const params = { vendor: findVendor(vendor)?.label ?? vendor, port, defaultPort };
    settings.note({ id: `port-moved-${vendor}`, severity: 'warning', phrase: { id: 'notice.port-moved', params } });
  }
  return gateways;
};

type Basics = Pick<Parts, 'store' | 'hub' | 'newId' | 'now'>;
const credentialOptions = (ports: Ports, basics: Basics, workspace: WorkspaceBooks): CredentialsOptions => ({
  ...basics,
  secrets: ports.secrets,
  workerUrl: ports.workers.credentials,
  serverNames: gatewayNames(ports.gatewayListen),
  usedBy: (id) => appsUsing(workspace, id),
  appContext: (appId) => describeApp(workspace, appId),
  setupOf: (credential) => describeSetup(workspace, credential),
});

interface JournalNeeds extends Pick<Parts, 'store' | 'hub'> {
  readonly settings: SettingsBook;
  readonly workspace: WorkspaceBooks;
}

/** The log, which follows the limits of the settings. */
const openJournal = (ports: Ports, needs: JournalNeeds, fingerprint: OwnSecrets['fingerprint']): Journal => {
  const { store, hub, settings, workspace } = needs;
  const journal = new Journal({
    store,
    hub,
    now: ports.now,
    newId: ports.uuid,
    names: filterNames(workspace),
    retention: () => settings.current.retention,
    log: ports.log,
    fingerprint,
    secretRules: (id) => findVendor(id)?.secrets ?? [],
  });
  hub.observe((event) => event.type === 'settings.changed' && journal.limitsChanged());
  return journal;
};

const wire = async (ports: Ports, store: Store, startedAtMs: number, undo: Undo): Promise<App> => {
  const { now, log } = ports;
  const hub = new EventHub();
  const newId = createIds(now, ports.uuid);
  const settings = await openSettings(store, hub);
  const workspace = await openWorkspace({ store, hub, newId, now });
  const switches = new SwitchBook(store, hub);
  await switches.load();
  const opened = await openCredentials(credentialOptions(ports, { store, hub, newId, now }, workspace));
  const { book: credentials, own: secrets } = opened;
  undo.push(() => credentials.close());
  undo.push(refreshFindings(hub, credentials));
  for (const notice of opened.notices) settings.note(notice);
  const caPath = writeCa(ports.dataDir, secrets.ca.certificatePem);
  const journal = openJournal(ports, { store, hub, settings, workspace }, secrets.fingerprint);
  const phones = new Phones({ store, hub, newId, now, directory: workspace, vendor: findVendor, log });
  followDevices(hub, phones, log);
  await Promise.all([journal.load(), phones.load()]);
  undo.push(() => phones.close());
  undo.push(() => journal.close());
  const outbound = openOutbound(ports, settings, secrets);
  undo.push(() => outbound.close());

  const base = { store, hub, journal, workspace, phones, newId, now, log };
  const inFlight = new InFlight();
  const demoKeys = new DemoKeys(store, ports.dataDir);
  await demoKeys.load();
  const gateways = await openGateways(
    { ports, base, credentials, settings, secrets, caPath, inFlight, demoKeys },
    undo,
  );
  const gatewayOrigin = (id: VendorId) => gateways.originOf(id);
  const parts: Parts = {
    ...base,
    outbound,
    credentials,
    vendor: findVendor,
    settings: () => settings.current,
    switches,
    variables: new VariableSource(ports.uuid),
    gatewayOrigin,
  };
  const dispatcher = new Dispatcher(parts, inFlight);
  const { sends, bulk } = await openSends(parts, dispatcher, undo);
  const presets = await openPresets(ports, hub, settings);
  undo.push(() => presets.close());
  const healthChecks = new HealthChecks(parts, dispatcher, (id) => gateways.settingsOf(id).profile);
  await firstStart(ports, { store, workspace, credentials, demoKeys });

  const about = describeStart(ports, startedAtMs, opened.sealer);
  const services = { credentials, settings, presets, sends, bulk, healthChecks, gateways, vendors, about };
  return {
    router: createRouter({ ...parts, ...services }),
    handlerOptions: handlerOptions(log),
    gateways,
    close: async () => {
      for (const step of undo.toReversed()) await step();
    },
  };
};

/** Own presets. A folder that was asked for at the start has to be there, or nobody would miss what is in it. */
const openPresets = async (
  { dataDir, presetsDir = null }: Ports,
  hub: EventHub,
  settings: SettingsBook,
): Promise<PresetLibrary> => {
  if (presetsDir !== null) await preparePresets(presetsDir);
  return new PresetLibrary({ dataDir, hub, fixedFolder: presetsDir, folder: () => settings.current.presetsFolder });
};

/** Connections to vendors, real and local. */
const openOutbound = ({ now, trustedCaPem }: Ports, settings: SettingsBook, { ca }: OwnSecrets): Outbound =>
  new Outbound(
    {
      ...defaultOutboundSettings,
      network: () => settings.current.network,
      loopbackCaPems: [ca.certificatePem, ...(trustedCaPem ? [trustedCaPem] : [])],
    },
    now,
  );

/** The way out, with what went out in the last minutes before this start, and the bulk sends that it interrupted. */
const openSends = async (parts: Parts, dispatcher: Dispatcher, undo: Undo) => {
  const recent = new RecentMessages(parts.store, parts.now);
  await recent.load();
  undo.push(() => recent.close());
  const sends = new Sends(parts, dispatcher, recent);
  const bulk = new BulkSends(parts, sends);
  await bulk.load();
  undo.push(() => bulk.close());
  return { sends, bulk };
};

const describeStart = ({ version, shell, dataDir }: Ports, startedAtMs: number, sealer: string) => ({
  version,
  shell,
  startedAtMs,
  dataDir,
  sealer,
});

/** A day may begin while nobody asks; dates are said anew within this time. */
const refreshEveryMs = 900_000;

/** What is said of a credential depends on the apps that use it, on where their phones have their tokens, and on the day. */
const refreshFindings = (hub: EventHub, credentials: CredentialBook): (() => void) => {
  hub.observe((event) => {
    if (event.type === 'workspace.changed' && (event.kind === 'app' || event.kind === 'device')) credentials.refresh();
  });
  const timer = setInterval(() => credentials.refresh(), refreshEveryMs);
  timer.unref();
  return () => clearInterval(timer);
};

/** What waited for a phone arrives once it can be reached, whoever changed that. */
const followDevices = (hub: EventHub, phones: Phones, log: Ports['log']): void => {
  hub.observe((event) => {
    if (event.type !== 'workspace.changed' || event.kind !== 'device' || !event.entry) return;
    phones
      .deviceChanged(event.entry)
      .catch((error: unknown) => log(`phones: ${error instanceof Error ? error.message : String(error)}`));
  });
};

const appsUsing = ({ apps }: WorkspaceBooks, credentialId: string): string[] =>
  apps.all().flatMap((app) => (Object.values(app.credentialIds).includes(credentialId) ? [app.name] : []));

/** What a credential of this app is compared with: its bundle ID, and where its phones have their tokens. */
const describeApp = ({ apps, devices }: WorkspaceBooks, appId: string | null) => {
  const app = appId === null ? undefined : apps.find(appId);
  if (!app?.identifiers.ios) return null;
  const phones = devices.all().filter((device) => device.appId === app.id && device.platform === 'ios');
  return { bundleId: app.identifiers.ios, environments: [...new Set(phones.map((device) => device.environment))] };
};

/** The apps and phones a credential is for, on the platform of its vendor. */
const describeSetup = (
  { apps, devices }: WorkspaceBooks,
  { id, appId, vendor }: Pick<Credential, 'id' | 'appId' | 'vendor'>,
): Omit<SetupContext, 'certificateId'> => {
  const platform = findVendor(vendor)?.platforms[0];
  const users = apps
    .all()
    .filter((app) => platform && app.identifiers[platform])
    .filter((app) => app.id === appId || app.credentialIds[vendor] === id);
  const phones = devices
    .all()
    .filter((device) => device.vendor === vendor && users.some((app) => app.id === device.appId));
  return {
    apps: users.map((app) => ({ name: app.name, identifier: (platform && app.identifiers[platform]) ?? '' })),
    phones: phones.map(({ name, environment, token, certificateId }) => ({
      name,
      environment,
      hasToken: token !== null,
      certificateId,
    })),
  };
};

interface FirstStart {
  readonly store: Store;
  readonly workspace: WorkspaceBooks;
  readonly credentials: CredentialBook;
  readonly demoKeys: DemoKeys;
}

/** Fills a new data folder with the demo workspace, once; a person who deletes it does not get it back. */
const firstStart = async (ports: Ports, { store, workspace, credentials, demoKeys }: FirstStart): Promise<void> => {
  if ((await store.read('findSetting', { name: 'started-before' })) === true) return;
  if (!ports.empty) {
    const files = await makeDemoWorkspace({ workspace, credentials, vendors, now: ports.now });
    await demoKeys.keep(files, credentials.all());
  }
  await store.write('putSetting', { name: 'started-before', value: true });
};

/** Every gateway's address by vendor, as scripts get it at start. */
export const gatewayAddresses = (gateways: Gateways): Partial<Record<VendorId, { origin: string; caPath: string }>> => {
  const { caPath } = gateways.ca;
  return Object.fromEntries(
    vendorIds.flatMap((id) => {
      const origin = gateways.originOf(id);
      return origin === undefined ? [] : [[id, { origin, caPath }]];
    }),
  );
};
