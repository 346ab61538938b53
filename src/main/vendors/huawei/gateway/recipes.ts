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
  HUAWEI_APP_SECRET: null,
  HUAWEI_APP_ID: sample.values['appId'],
  HUAWEI_TOKEN: sample.token,
});

const curl = (place: RecipePlace): Recipe =>
  recipe('huawei.curl', 'curl', '7.88.1', 'shell', [
    `» huawei=${place.origin}`,
    `» export CURL_CA_BUNDLE=${JSON.stringify(place.caPath)}`,
    ...shellValues(place, wanted(place)),
    'token=$(curl -s "$huawei/oauth2/v3/token" \\',
    '  -d grant_type=client_credentials -d "client_id=$HUAWEI_APP_ID" \\',
    '  --data-urlencode "client_secret=$HUAWEI_APP_SECRET" \\',
    '  | sed -n \'s/.*"access_token":"\\([^"]*\\)".*/\\1/p\' | sed \'s#\\\\/#/#g\')',
    'curl -s "$huawei/v1/$HUAWEI_APP_ID/messages:send" \\',
    '  -H "authorization: Bearer $token" -H "content-type: application/json; charset=UTF-8" \\',
    '  -d "{\\"message\\":{\\"notification\\":{\\"title\\":\\"Denny\\",\\"body\\":\\"Lunch at 12:30?\\"},\\"android\\":{\\"category\\":\\"IM\\",\\"notification\\":{\\"default_sound\\":true,\\"click_action\\":{\\"type\\":3}}},\\"token\\":[\\"$HUAWEI_TOKEN\\"]}}"',
  ]);

const node = (place: RecipePlace): Recipe =>
  recipe(
    'huawei.node-fetch',
    'fetch (v1)',
    '(Node 24)',
    'javascript',
    [
      `» const auth = ${JSON.stringify(place.origin)};`,
      `» const push = ${JSON.stringify(place.origin)};`,
      ...nodeValues(wanted(place)),
      'const form = new URLSearchParams({',
      "  grant_type: 'client_credentials',",
      '  client_id: HUAWEI_APP_ID,',
      '  client_secret: HUAWEI_APP_SECRET,',
      '});',
      "const asked = await fetch(`${auth}/oauth2/v3/token`, { method: 'POST', body: form });",
      'const { access_token: token } = await asked.json();',
      "const notification = { title: 'Denny', body: 'Lunch at 12:30?' };",
      "const android = { category: 'IM', notification: { default_sound: true, click_action: { type: 3 } } };",
      'const response = await fetch(`${push}/v1/${HUAWEI_APP_ID}/messages:send`, {',
      "  method: 'POST',",
      "  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=UTF-8' },",
      '  body: JSON.stringify({ message: { notification, android, token: [HUAWEI_TOKEN] } }),',
      '});',
      'console.log(response.status, await response.text());',
    ],
    startNode(place, { trusts: true, secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'huawei.python',
    'urllib (Python, v1)',
    '3.11',
    'python',
    [
      'import json, os',
      'from urllib.parse import urlencode',
      'from urllib.request import Request, urlopen',
      '',
      `» auth = ${JSON.stringify(plainOrigin(place))}`,
      `» push = ${JSON.stringify(plainOrigin(place))}`,
      ...pythonValues(wanted(place)),
      'form = {"grant_type": "client_credentials", "client_id": HUAWEI_APP_ID, "client_secret": HUAWEI_APP_SECRET}',
      'with urlopen(auth + "/oauth2/v3/token", urlencode(form).encode()) as response:',
      '    token = json.load(response)["access_token"]',
      'message = {',
      '    "notification": {"title": "Denny", "body": "Lunch at 12:30?"},',
      '    "android": {"category": "IM", "notification": {"default_sound": True, "click_action": {"type": 3}}},',
      '    "token": [HUAWEI_TOKEN],',
      '}',
      `headers = {"authorization": f'Bearer {token}', "content-type": "application/json; charset=UTF-8"}`,
      'url = push + "/v1/" + HUAWEI_APP_ID + "/messages:send"',
      'with urlopen(Request(url, json.dumps({"message": message}).encode(), headers)) as response:',
      '    print(response.status, response.read().decode())',
    ],
    startPython(place, { secrets: true }),
  );

/** HarmonyOS 5 asks for v3, whose key file holds all that identifies the sender. */
const nodeScene = (place: RecipePlace): Recipe =>
  recipe(
    'huawei.node-v3',
    'node:crypto + fetch (v3)',
    '(Node 24)',
    'javascript',
    [
      "import { constants, sign } from 'node:crypto';",
      "import { readFileSync } from 'node:fs';",
      '',
      `» const huawei = ${JSON.stringify(place.origin)};`,
      '// The service account file of AppGallery Connect, and the token of a phone with HarmonyOS 5.',
      'const { HUAWEI_KEY_FILE, HUAWEI_TOKEN } = process.env;',
      "const key = JSON.parse(readFileSync(HUAWEI_KEY_FILE, 'utf8'));",
      "const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');",
      'const iat = Math.floor(Date.now() / 1000);',
      "const aud = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';",
      "const head = part({ kid: key.key_id, typ: 'JWT', alg: 'PS256' });",
      'const text = `${head}.${part({ aud, iss: key.sub_account, exp: iat + 3600, iat })}`;',
      'const padding = constants.RSA_PKCS1_PSS_PADDING;',
      "const signature = sign('sha256', text, { key: key.private_key, padding, saltLength: 32 }).toString('base64url');",
      'const response = await fetch(`${huawei}/v3/${key.project_id}/messages:send`, {',
      "  method: 'POST',",
      "  headers: { authorization: `Bearer ${text}.${signature}`, 'content-type': 'application/json', 'push-type': '0' },",
      '  body: JSON.stringify({',
      '    payload: {',
      "      notification: { category: 'IM', title: 'Denny', body: 'Lunch at 12:30?', clickAction: { actionType: 0 } },",
      '    },',
      '    target: { token: [HUAWEI_TOKEN] },',
      '    pushOptions: { testMessage: true },',
      '  }),',
      '});',
      'console.log(response.status, await response.text());',
    ],
    startNode(place, { trusts: true }),
  );

const go = (place: RecipePlace): Recipe =>
  recipe('huawei.go-hms-push', 'appleboy/go-hms-push', null, 'go', [
    'client, err := core.NewHttpClient(&config.Config{',
    `    AppId:     ${textOr(place.sample.values['appId'], 'os.Getenv("HUAWEI_APP_ID")')},`,
    '    AppSecret: os.Getenv("HUAWEI_APP_SECRET"),',
    `»     AuthUrl:   ${JSON.stringify(`${plainOrigin(place)}/oauth2/v3/token`)},`,
    `»     PushUrl:   ${JSON.stringify(plainOrigin(place))},`,
    '})',
  ]);

const java = (place: RecipePlace): Recipe =>
  recipe('huawei.java-demo', 'HMS-Core/hms-push-serverdemo-java', null, 'properties', [
    '# src/main/resources/url.properties',
    `» token_server=${place.origin}/oauth2/v3/token`,
    `» push_open_url=${place.origin}`,
  ]);

const nodeDemo = (place: RecipePlace): Recipe =>
  recipe('huawei.node-demo', 'HMS-Core/hms-push-serverdemo-nodejs', null, 'javascript', [
    'push.init({',
    `  appId: ${textOr(place.sample.values['appId'], 'process.env.HUAWEI_APP_ID')},`,
    '  appSecret: process.env.HUAWEI_APP_SECRET,',
    `»   authUrl: ${JSON.stringify(`${plainOrigin(place)}/oauth2/v3/token`)},`,
    `»   pushUrl: ${JSON.stringify(`${plainOrigin(place)}/v1`)},`,
    '});',
  ]);

const pythonDemo = (place: RecipePlace): Recipe =>
  recipe('huawei.python-demo', 'HMS-Core/hms-push-serverdemo-python', null, 'python', [
    'app = push_admin.initialize_app(',
    `    ${textOr(place.sample.values['appId'], 'os.environ["HUAWEI_APP_ID"]')}, os.environ["HUAWEI_APP_SECRET"],`,
    `    ${textOr(place.sample.values['appId'], 'os.environ["HUAWEI_APP_ID"]')},`,
    `»     token_server=${JSON.stringify(`${plainOrigin(place)}/oauth2/v3/token`)},`,
    `»     push_open_url=${JSON.stringify(plainOrigin(place))},`,
    ')',
  ]);

/** How to point senders at this gateway; Huawei's own samples take both addresses as settings. */
export const recipes = (place: RecipePlace): Recipe[] => [
  curl(place),
  node(place),
  python(place),
  nodeScene(place),
  go(place),
  nodeDemo(place),
  java(place),
  pythonDemo(place),
];
