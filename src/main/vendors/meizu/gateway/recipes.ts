import type { Recipe } from '../../../../shared/contract/index.ts';
import {
  nodeValues,
  plainOrigin,
  pythonValues,
  recipe,
  shellValues,
  startNode,
  startPython,
  type RecipePlace,
  type Wanted,
} from '../../kit/recipes.ts';

const wanted = ({ sample }: RecipePlace): Wanted => ({
  MEIZU_APP_SECRET: null,
  MEIZU_APP_ID: sample.values['appId'],
  MEIZU_PUSH_ID: sample.token,
});

const curl = (place: RecipePlace): Recipe =>
  recipe('meizu.curl', 'curl', '7.88.1', 'shell', [
    `» MEIZU=${plainOrigin(place)}`,
    ...shellValues(place, wanted(place)),
    'MESSAGE=\'{"noticeBarInfo":{"noticeMsgType":1,"title":"Denny","content":"你好，晚上见"}}\'',
    'SIGN=$(printf %s "appId=${MEIZU_APP_ID}messageJson=${MESSAGE}pushIds=${MEIZU_PUSH_ID}${MEIZU_APP_SECRET}" | md5sum | cut -d" " -f1)',
    'curl "$MEIZU/garcia/api/server/push/varnished/pushByPushId" --data-urlencode "appId=$MEIZU_APP_ID" \\',
    '  --data-urlencode "pushIds=$MEIZU_PUSH_ID" --data-urlencode "messageJson=$MESSAGE" --data-urlencode "sign=$SIGN"',
  ]);

const nodeFetch = (place: RecipePlace): Recipe =>
  recipe(
    'meizu.node-fetch',
    'fetch (Node)',
    '24',
    'javascript',
    [
      "import { createHash } from 'node:crypto';",
      '',
      `» const meizu = ${JSON.stringify(plainOrigin(place))};`,
      ...nodeValues(wanted(place)),
      "const messageJson = JSON.stringify({ noticeBarInfo: { noticeMsgType: 1, title: 'Denny', content: '你好，晚上见' } });",
      'const fields = { appId: MEIZU_APP_ID, messageJson, pushIds: MEIZU_PUSH_ID };',
      '// Names and values in the order of the names, then the secret.',
      "const text = Object.entries(fields).map(([name, value]) => `${name}=${value}`).join('') + MEIZU_APP_SECRET;",
      "const sign = createHash('md5').update(text).digest('hex');",
      'const response = await fetch(`${meizu}/garcia/api/server/push/varnished/pushByPushId`, {',
      "  method: 'POST',",
      '  body: new URLSearchParams({ ...fields, sign }),',
      '});',
      'console.log(await response.json());',
    ],
    startNode(place, { secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'meizu.python',
    'urllib (Python)',
    '3.11',
    'python',
    [
      'import hashlib, json, os',
      'from urllib.parse import urlencode',
      'from urllib.request import urlopen',
      '',
      `» meizu = ${JSON.stringify(plainOrigin(place))}`,
      ...pythonValues(wanted(place)),
      'message = {"noticeBarInfo": {"noticeMsgType": 1, "title": "Denny", "content": "你好，晚上见"}}',
      'form = {"appId": MEIZU_APP_ID, "messageJson": json.dumps(message), "pushIds": MEIZU_PUSH_ID}',
      '# Names and values in the order of the names, then the secret.',
      'text = "".join(f"{name}={form[name]}" for name in sorted(form)) + MEIZU_APP_SECRET',
      'form["sign"] = hashlib.md5(text.encode()).hexdigest()',
      'with urlopen(meizu + "/garcia/api/server/push/varnished/pushByPushId", urlencode(form).encode()) as response:',
      '    print(response.read().decode())',
    ],
    startPython(place, { secrets: true }),
  );

const sdk = ({ origin, port }: RecipePlace): Recipe =>
  recipe(
    'meizu.node-sdk',
    'MEIZUPUSH/node-sdk',
    null,
    'javascript',
    [
      '» // Nothing in your own code changes: Node loads this first.',
      "» const http = require('node:http');",
      '» const request = http.request;',
      '» http.request = (options, ...rest) =>',
      "»   /(?:^|\\.)api-push\\.meizu\\.com$|^server-api-push\\.meizu\\.com$/.test(options?.hostname ?? '')",
      `»     ? request({ ...options, hostname: ${JSON.stringify(new URL(origin).hostname)}, port: ${port} }, ...rest)`,
      '»     : request(options, ...rest);',
      "» require('node:module').syncBuiltinESMExports();",
    ],
    { file: 'pushscope.cjs', command: 'NODE_OPTIONS="--require ./pushscope.cjs" node app.js' },
  );

const hosts = ({ port }: RecipePlace): Recipe =>
  recipe('meizu.hosts', 'any client', null, 'shell', [
    '» # For clients whose host is fixed. They speak plain http, so no certificate is needed.',
    '» echo "127.0.0.1 server-api-push.meizu.com" | sudo tee -a /etc/hosts',
    `» sudo socat TCP-LISTEN:80,bind=127.0.0.1,fork TCP:127.0.0.1:${port}`,
  ]);

/** How to point senders here. The tests run those with a version; the others are written from the libraries' source. */
export const recipes = (place: RecipePlace): Recipe[] => [
  curl(place),
  nodeFetch(place),
  python(place),
  sdk(place),
  hosts(place),
];
