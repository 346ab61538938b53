// Who may import whom. One rule per boundary; tests/architecture plants a violation of each and expects it to be reported.
/** @param {string} folder */
const inside = (folder) => `^src/main/${folder}/`;
/** The one door of a folder. @param {string} folder */
const doorOf = (folder) => `^src/main/${folder}/index\\.ts$`;
const tests =
  '\\.test\\.tsx?$|^tests/|^bench/|^scripts/|/conformance(-wiring)?\\.ts$|/(samples|testing|refusals)\\.ts$';

/** Folders whose insides only they themselves may import. */
const closed = [
  'im',
  'outbound',
  'inbound',
  'credentials',
  'workspace',
  'phones',
  'journal',
  'recognise',
  'store',
  'settings',
  'presets',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means two files that are really one, or an arrow that points the wrong way.',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared runs anywhere: it may import itself and the schema libraries.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: tests },
      to: { pathNot: '^src/shared/|node_modules/(zod|@orpc/contract)/' },
    },
    {
      name: 'im-is-pure',
      comment: 'The rules of the IM backend know no vendor, no store and no I/O.',
      severity: 'error',
      from: { path: inside('im'), pathNot: tests },
      to: { pathNot: '^src/shared/|^src/main/im/|package\\.json' },
    },
    {
      name: 'vendors-are-pure',
      comment: 'A vendor folder describes; outbound and inbound do.',
      severity: 'error',
      from: { path: inside('vendors'), pathNot: tests },
      to: { pathNot: '^src/shared/|^src/main/vendors/|^(node:)?crypto$' },
    },
    {
      name: 'vendors-do-not-know-each-other',
      comment: 'What two vendors share belongs into vendors/kit.',
      severity: 'error',
      from: { path: '^src/main/vendors/([a-z]+)/', pathNot: tests },
      to: { path: '^src/main/vendors/[a-z]+/', pathNot: '^src/main/vendors/($1|kit)/' },
    },
    {
      name: 'vendor-kit-knows-no-vendor',
      comment: 'The kit is below the vendors.',
      severity: 'error',
      from: { path: '^src/main/vendors/kit/', pathNot: tests },
      to: { path: '^src/main/vendors/', pathNot: '^src/main/vendors/(kit/|vendor\\.ts)' },
    },
    {
      name: 'crypto-in-auth-and-gateway-only',
      comment: 'Keys and signatures are the business of auth.ts, of sign.ts beside it, and of the gateway.',
      severity: 'error',
      from: {
        path: inside('vendors'),
        pathNot: `${tests}|/auth(\\.ts|/)|/sign\\.ts$|/kit/secret-mark\\.ts$|/gateway(\\.ts|/)`,
      },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'wires-know-no-vendor',
      comment:
        'outbound and inbound perform what vendors describe; they see the interface and the kit, never a vendor, the store or the API.',
      severity: 'error',
      from: { path: '^src/main/(outbound|inbound)/', pathNot: tests },
      to: {
        path: '^src/main/',
        pathNot: '^src/main/(outbound|inbound)/|^src/main/kit/h2/|^src/main/vendors/(vendor\\.ts|kit/)',
      },
    },
    {
      name: 'wires-do-not-know-each-other',
      comment: 'Sending and receiving meet on a socket only.',
      severity: 'error',
      from: { path: '^src/main/(outbound|inbound)/', pathNot: tests },
      to: { path: '^src/main/(outbound|inbound)/', pathNot: '^src/main/$1/' },
    },
    {
      name: 'services-do-not-know-each-other',
      comment:
        'Credentials, workspace, phones, journal and recognise meet in flow; they share the store, the kit and the vendor interface.',
      severity: 'error',
      from: { path: '^src/main/(credentials|workspace|phones|journal|recognise|settings|presets)/', pathNot: tests },
      to: {
        path: '^src/main/',
        pathNot: '^src/main/$1/|^src/main/kit/|^src/main/store/index\\.ts|^src/main/vendors/(vendor\\.ts|kit/)',
      },
    },
    {
      name: 'store-knows-nobody',
      comment: 'The store is at the bottom.',
      severity: 'error',
      from: { path: inside('store'), pathNot: tests },
      to: { path: '^src/main/', pathNot: '^src/main/store/' },
    },
    {
      name: 'flow-is-below-the-api',
      comment: 'flow ties parts together; the API and the shells are above it.',
      severity: 'error',
      from: { path: inside('flow'), pathNot: tests },
      to: { path: '^src/main/(api|electron|headless|app\\.ts|index\\.ts)' },
    },
    {
      name: 'api-knows-no-shell',
      comment: 'Handlers hold no transport, transports hold no rule.',
      severity: 'error',
      from: { path: '^src/main/(api/|app\\.ts)', pathNot: tests },
      to: { path: '^src/main/(electron|headless)/|^electron$|node_modules/(electron|ws|sirv)/' },
    },
    {
      name: 'shells-see-the-app-only',
      comment: 'A shell brings ports and puts a transport in front of the app.',
      severity: 'error',
      from: { path: '^src/main/(electron|headless)/', pathNot: tests },
      to: { path: '^src/main/', pathNot: '^src/main/($1/|app\\.ts|ports\\.ts|kit/|credentials/index\\.ts)' },
    },
    ...closed.map((folder) => ({
      name: `one-door-${folder}`,
      comment: `Outsiders import src/main/${folder}/index.ts and nothing behind it.`,
      severity: /** @type {const} */ ('error'),
      from: { path: '^src/main/', pathNot: `${tests}|^src/main/${folder}/` },
      to: { path: inside(folder), pathNot: doorOf(folder) },
    })),
    {
      name: 'one-door-vendor',
      comment: 'Outsiders import a vendor through its index.ts.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `${tests}|^src/main/vendors/(apns|fcm|huawei|honor|xiaomi|oppo|vivo|meizu|tpns)/`,
      },
      to: {
        path: '^src/main/vendors/(apns|fcm|huawei|honor|xiaomi|oppo|vivo|meizu|tpns)/',
        pathNot: '/vendors/[a-z]+/index\\.ts$',
      },
    },
    {
      name: 'preload-sees-electron-only',
      comment: 'The preload script hands over a port and knows nothing of the core.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: '^src/(preload|shared)/|^electron$|node_modules/electron/' },
    },
    {
      name: 'window-sees-shared-only',
      comment: 'The window talks to the core through the contract.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: {
        path: '^src/(main|preload)/|^electron$|node_modules/(electron|ws|better-sqlite3)/|^node:|^(fs|path|os|net|http|http2|tls|child_process|crypto)$',
      },
    },
    {
      name: 'stores-do-not-import-each-other',
      comment: 'Renderer stores are wired in stores/index.ts.',
      severity: 'error',
      from: { path: '^src/renderer/src/stores/[a-z]+-store\\.ts$' },
      to: { path: '^src/renderer/src/stores/(index|[a-z]+-store)\\.ts$' },
    },
    {
      name: 'ui-is-app-free',
      comment: 'ui holds parts that could be in any app: it knows texts and stores of its own kind, no feature.',
      severity: 'error',
      from: { path: '^src/renderer/src/ui/', pathNot: tests },
      to: { path: '^src/renderer/src/features/' },
    },
    {
      name: 'electron-behind-its-door',
      comment: 'Only the Electron shell, its entry and the preload script may touch electron.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${tests}|^src/main/(electron/|index\\.ts)|^src/preload/` },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'sqlite-behind-its-door',
      comment: 'better-sqlite3 is synchronous: only the store, in its workers, may use it.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${tests}|^src/main/store/` },
      to: { path: 'node_modules/(@types/)?better-sqlite3/' },
    },
    {
      name: 'forge-behind-its-door',
      comment: 'node-forge reads credentials and makes the local CA, nothing else.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${tests}|^src/main/credentials/` },
      to: { path: 'node_modules/(@types/)?node-forge/' },
    },
    {
      name: 'http2-behind-its-doors',
      comment: 'HTTP/2 sockets belong to outbound and inbound.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${tests}|^src/main/(outbound|inbound)/` },
      to: { path: '^(node:)?http2$' },
    },
    {
      name: 'no-development-packages-in-the-core',
      comment: 'What runs in the main process has to be a dependency, not a development one.',
      severity: 'error',
      from: { path: '^src/(main|shared)/', pathNot: `${tests}|^src/main/(electron/|index\\.ts)` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|json|svg)$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
    parser: 'swc',
  },
};
