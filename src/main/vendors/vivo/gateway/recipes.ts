import type { Recipe } from '../../../../shared/contract/index.ts';
import {
  nodeValues,
  plainOrigin,
  pythonValues,
  recipe,
  shellValues,
  startNode,
  startPython,
  textOr,
  type RecipePlace,
  type Wanted,
} from '../../kit/recipes.ts';

const wanted = ({ sample }: RecipePlace): Wanted => ({
  VIVO_APP_SECRET: null,
  VIVO_APP_ID: sample.values['appId'],
  VIVO_APP_KEY: sample.values['appKey'],
  VIVO_REG_ID: sample.token,
});

const curl = (place: RecipePlace): Recipe =>
  recipe('vivo.curl', 'curl', '7.88.1', 'shell', [
    `» VIVO=${place.origin} CURL_CA_BUNDLE=${JSON.stringify(place.caPath)}`,
    '» export CURL_CA_BUNDLE',
    ...shellValues(place, wanted(place)),
    'NOW=$(date +%s000)',
    'SIGN=$(printf %s "$VIVO_APP_ID$VIVO_APP_KEY$NOW$VIVO_APP_SECRET" | md5sum | cut -d" " -f1)',
    'TOKEN=$(curl -s "$VIVO/message/auth" -H "content-type: application/json" \\',
    '  -d "{\\"appId\\":$VIVO_APP_ID,\\"appKey\\":\\"$VIVO_APP_KEY\\",\\"timestamp\\":$NOW,\\"sign\\":\\"$SIGN\\"}" \\',
    '  | sed -n \'s/.*"authToken":"\\([^"]*\\)".*/\\1/p\')',
    'curl "$VIVO/message/send" -H "content-type: application/json" -H "authToken: $TOKEN" -d @- <<JSON',
    '{"appId":$VIVO_APP_ID,"regId":"$VIVO_REG_ID","notifyType":4,"title":"Denny","content":"你好，晚上见",',
    ' "skipType":1,"classification":1,"category":"IM","requestId":"$NOW"}',
    'JSON',
  ]);

const node = (place: RecipePlace): Recipe =>
  recipe(
    'vivo.node-fetch',
    'fetch (Node)',
    '24',
    'javascript',
    [
      "import { createHash, randomUUID } from 'node:crypto';",
      '',
      `» const vivo = ${JSON.stringify(plainOrigin(place))};`,
      ...nodeValues(wanted(place)),
      'const post = async (path, body, headers = {}) => {',
      "  const own = { 'content-type': 'application/json', ...headers };",
      "  return (await fetch(vivo + path, { method: 'POST', headers: own, body: JSON.stringify(body) })).json();",
      '};',
      'const appId = Number(VIVO_APP_ID);',
      'const timestamp = Date.now();',
      'const text = VIVO_APP_ID + VIVO_APP_KEY + timestamp + VIVO_APP_SECRET;',
      "const sign = createHash('md5').update(text).digest('hex');",
      "const { authToken } = await post('/message/auth', { appId, appKey: VIVO_APP_KEY, timestamp, sign });",
      'const push = {',
      "  appId, regId: VIVO_REG_ID, notifyType: 4, title: 'Denny', content: '你好，晚上见',",
      "  skipType: 1, classification: 1, category: 'IM', requestId: randomUUID(),",
      '};',
      "console.log(await post('/message/send', push, { authToken }));",
    ],
    startNode(place, { secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'vivo.python',
    'urllib (Python)',
    '3.11',
    'python',
    [
      'import hashlib, json, os, time, uuid',
      'from urllib.request import Request, urlopen',
      '',
      `» vivo = ${JSON.stringify(plainOrigin(place))}`,
      ...pythonValues(wanted(place)),
      'def post(path, body, headers={}):',
      '    own = {"content-type": "application/json", **headers}',
      '    with urlopen(Request(vivo + path, json.dumps(body).encode(), own)) as response:',
      '        return json.load(response)',
      '',
      'now = int(time.time() * 1000)',
      'sign = hashlib.md5(f"{VIVO_APP_ID}{VIVO_APP_KEY}{now}{VIVO_APP_SECRET}".encode()).hexdigest()',
      'who = {"appId": int(VIVO_APP_ID), "appKey": VIVO_APP_KEY, "timestamp": now, "sign": sign}',
      'token = post("/message/auth", who)["authToken"]',
      'push = {',
      '    "appId": int(VIVO_APP_ID), "regId": VIVO_REG_ID, "notifyType": 4, "title": "Denny", "content": "你好，晚上见",',
      '    "skipType": 1, "classification": 1, "category": "IM", "requestId": str(uuid.uuid4()),',
      '}',
      'print(post("/message/send", push, {"authToken": token}))',
    ],
    startPython(place, { secrets: true }),
  );

const go = (place: RecipePlace): Recipe => {
  const { appId, appKey } = place.sample.values;
  return recipe('vivo.go-pushapi', 'modood/pushapi', null, 'go', [
    `client := vivopush.NewClient(${textOr(appId, 'os.Getenv("VIVO_APP_ID")')}, ${textOr(appKey, 'os.Getenv("VIVO_APP_KEY")')}, os.Getenv("VIVO_APP_SECRET"))`,
    `» client.SetHost(${JSON.stringify(plainOrigin(place))})`,
  ]);
};

const java = ({ port }: RecipePlace): Recipe =>
  recipe('vivo.java-sdk', 'vpush-server-sdk 3.3', null, 'shell', [
    '» # The host is a constant of the library, so the name has to lead here. The library takes any certificate.',
    '» echo "127.0.0.1 api-push.vivo.com.cn" | sudo tee -a /etc/hosts',
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,fork TCP:127.0.0.1:${port}`,
  ]);

/** How to point senders here. The tests run those with a version; the others follow the libraries' own source. */
export const recipes = (place: RecipePlace): Recipe[] => [
  curl(place),
  node(place),
  python(place),
  go(place),
  java(place),
];
