import type { Recipe } from '../../../../shared/contract/index.ts';

import { plainOrigin, recipe, type GatewayPlace } from '../../kit/recipes.ts';

const curl = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('huawei.curl', 'curl', '7.88.1', 'shell', [
    `» huawei=${origin}`,
    `» export CURL_CA_BUNDLE=${JSON.stringify(caPath)}`,
    'token=$(curl -s "$huawei/oauth2/v3/token" \\',
    '  -d grant_type=client_credentials -d "client_id=$HUAWEI_APP_ID" \\',
    '  --data-urlencode "client_secret=$HUAWEI_APP_SECRET" \\',
    '  | sed -n \'s/.*"access_token":"\\([^"]*\\)".*/\\1/p\' | sed \'s#\\\\/#/#g\')',
    'curl -s "$huawei/v1/$HUAWEI_APP_ID/messages:send" \\',
    '  -H "authorization: Bearer $token" -H "content-type: application/json; charset=UTF-8" \\',
    '  -d "{\\"message\\":{\\"notification\\":{\\"title\\":\\"Denny\\",\\"body\\":\\"Lunch at 12:30?\\"},\\"android\\":{\\"category\\":\\"IM\\",\\"notification\\":{\\"default_sound\\":true,\\"click_action\\":{\\"type\\":3}}},\\"token\\":[\\"$HUAWEI_TOKEN\\"]}}"',
  ]);

const node = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('huawei.node-v3', 'node:crypto + fetch (v3)', '(Node 24)', 'javascript', [
    `» // Start it with NODE_EXTRA_CA_CERTS=${JSON.stringify(caPath)} node send.mjs`,
    "import { constants, sign } from 'node:crypto';",
    "import { readFileSync } from 'node:fs';",
    '',
    `» const huawei = ${JSON.stringify(origin)};`,
    "const key = JSON.parse(readFileSync(process.env.HUAWEI_KEY_FILE, 'utf8'));",
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
    '    target: { token: [process.env.HUAWEI_TOKEN] },',
    '    pushOptions: { testMessage: true },',
    '  }),',
    '});',
    'console.log(response.status, await response.text());',
  ]);

const go = (place: GatewayPlace): Recipe =>
  recipe('huawei.go-hms-push', 'appleboy/go-hms-push', null, 'go', [
    'client, err := core.NewHttpClient(&config.Config{',
    '    AppId:     os.Getenv("HUAWEI_APP_ID"),',
    '    AppSecret: os.Getenv("HUAWEI_APP_SECRET"),',
    `»     AuthUrl:   ${JSON.stringify(`${plainOrigin(place)}/oauth2/v3/token`)},`,
    `»     PushUrl:   ${JSON.stringify(plainOrigin(place))},`,
    '})',
  ]);

const java = (place: GatewayPlace): Recipe =>
  recipe('huawei.java-demo', 'HMS-Core/hms-push-serverdemo-java', null, 'properties', [
    '# src/main/resources/url.properties',
    `» token_server=${place.origin}/oauth2/v3/token`,
    `» push_open_url=${place.origin}`,
  ]);

const nodeDemo = (place: GatewayPlace): Recipe =>
  recipe('huawei.node-demo', 'HMS-Core/hms-push-serverdemo-nodejs', null, 'javascript', [
    'push.init({',
    '  appId: process.env.HUAWEI_APP_ID,',
    '  appSecret: process.env.HUAWEI_APP_SECRET,',
    `»   authUrl: ${JSON.stringify(`${plainOrigin(place)}/oauth2/v3/token`)},`,
    `»   pushUrl: ${JSON.stringify(`${plainOrigin(place)}/v1`)},`,
    '});',
  ]);

const python = (place: GatewayPlace): Recipe =>
  recipe('huawei.python-demo', 'HMS-Core/hms-push-serverdemo-python', null, 'python', [
    'app = push_admin.initialize_app(',
    '    os.environ["HUAWEI_APP_ID"], os.environ["HUAWEI_APP_SECRET"], os.environ["HUAWEI_APP_ID"],',
    `»     token_server=${JSON.stringify(`${plainOrigin(place)}/oauth2/v3/token`)},`,
    `»     push_open_url=${JSON.stringify(plainOrigin(place))},`,
    ')',
  ]);

/** How to point senders at this gateway; Huawei's own samples take both addresses as settings. */
export const recipes = (place: GatewayPlace): Recipe[] => [
  curl(place),
  node(place),
  go(place),
  nodeDemo(place),
  java(place),
  python(place),
];
