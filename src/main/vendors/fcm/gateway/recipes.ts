import type { Recipe } from '../../../../shared/contract/index.ts';

/** Where the gateway listens. `caPath`: PEM file of the authority that signed its certificate. */
export interface GatewayPlace {
  readonly origin: string;
  readonly port: number;
  readonly caPath: string;
}

/** Address without TLS: the same port answers both. */
const plainOrigin = ({ origin, port }: GatewayPlace): string => `http://${new URL(origin).hostname}:${port}`;

/** A recipe from its text: lines that begin with `»` are the ones that differ from talking to Google. */
const recipe = (
  id: string,
  library: string,
  testedVersion: string | null,
  language: string,
  text: readonly string[],
): Recipe => ({
  id: `fcm.${id}`,
  library,
  testedVersion,
  language,
  code: text.map((line) => line.replace(/^» ?/, '')).join('\n'),
  changed: text.flatMap((line, index) => (line.startsWith('»') ? [index + 1] : [])),
});

const nodeFetch = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('node-google-auth', 'google-auth-library', '11.3.4', 'javascript', [
    `» // Start it with NODE_EXTRA_CA_CERTS=${JSON.stringify(caPath)} node send.mjs`,
    "import { readFileSync } from 'node:fs';",
    "import { JWT } from 'google-auth-library';",
    '',
    `» const fcm = ${JSON.stringify(origin)};`,
    "const key = JSON.parse(readFileSync(process.env.GOOGLE_APPLICATION_CREDENTIALS, 'utf8'));",
    'const client = new JWT({',
    '  email: key.client_email,',
    '  key: key.private_key,',
    "  scopes: ['https://www.googleapis.com/auth/firebase.messaging'],",
    '});',
    '» // The library asks Google for its token whatever the key file says; this sends that request here as well.',
    '» client.transporter.interceptors.request.add({',
    '»   resolved: async (options) => ({ ...options, url: new URL(new URL(options.url).pathname, fcm) }),',
    '» });',
    'const { token } = await client.getAccessToken();',
    'const response = await fetch(`${fcm}/v1/projects/${key.project_id}/messages:send`, {',
    "  method: 'POST',",
    "  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },",
    '  body: JSON.stringify({',
    "    message: { token: process.env.FCM_TOKEN, notification: { title: 'Denny', body: 'Lunch at 12:30?' } },",
    '  }),',
    '});',
    'console.log(response.status, await response.text());',
  ]);

const nodeAdmin = ({ origin, port, caPath }: GatewayPlace): Recipe =>
  recipe('node-firebase-admin', 'firebase-admin', '14.5.1', 'javascript', [
    '» // Save as pushscope.cjs. Nothing in your own code changes. Start it with',
    `» // NODE_EXTRA_CA_CERTS=${JSON.stringify(caPath)} NODE_OPTIONS="--require ./pushscope.cjs" node app.js`,
    "» const tls = require('node:tls');",
    '',
    '» const google = /^(?:fcm|oauth2)\\.googleapis\\.com$/;',
    `» const here = { host: ${JSON.stringify(new URL(origin).hostname)}, port: ${port}, servername: 'localhost' };`,
    '» const connect = tls.connect;',
    '» tls.connect = (...args) => {',
    "»   const options = args.find((value) => typeof value === 'object' && value !== null) ?? {};",
    "»   const host = typeof args[1] === 'string' ? args[1] : (options.servername ?? options.host ?? '');",
    '»   if (!google.test(host)) return connect(...args);',
    "»   const ready = args.find((value) => typeof value === 'function');",
    '»   return connect({ ...options, ...here }, ready);',
    '» };',
    '',
    "» require('node:module').syncBuiltinESMExports();",
  ]);

const python = (place: GatewayPlace): Recipe =>
  recipe('python-firebase-admin', 'firebase-admin', null, 'python', [
    'import json',
    'import os',
    '',
    'import firebase_admin',
    'from firebase_admin import credentials, messaging',
    '',
    `» gateway = ${JSON.stringify(plainOrigin(place))}`,
    '» messaging._MessagingService.FCM_URL = gateway + "/v1/projects/{0}/messages:send"',
    'with open(os.environ["GOOGLE_APPLICATION_CREDENTIALS"]) as file:',
    '    key = json.load(file)',
    '» key["token_uri"] = gateway + "/token"',
    'firebase_admin.initialize_app(credentials.Certificate(key))',
    '',
    'print(messaging.send(messaging.Message(',
    '    token=os.environ["FCM_TOKEN"],',
    '    notification=messaging.Notification(title="Denny", body="Lunch at 12:30?"),',
    ')))',
  ]);

const go = (place: GatewayPlace): Recipe =>
  recipe('go-firebase-admin', 'firebase.google.com/go/v4', null, 'go', [
    'package main',
    '',
    'import (',
    '»\t"bytes"',
    '\t"context"',
    '\t"fmt"',
    '\t"log"',
    '\t"os"',
    '',
    '\tfirebase "firebase.google.com/go/v4"',
    '\t"firebase.google.com/go/v4/messaging"',
    '\t"google.golang.org/api/option"',
    ')',
    '',
    'func main() {',
    '\tctx := context.Background()',
    `»\tgateway := ${JSON.stringify(plainOrigin(place))}`,
    '\tkey, err := os.ReadFile(os.Getenv("GOOGLE_APPLICATION_CREDENTIALS"))',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '»\tkey = bytes.ReplaceAll(key, []byte("https://oauth2.googleapis.com/token"), []byte(gateway+"/token"))',
    '»\tapp, err := firebase.NewApp(ctx, nil, option.WithCredentialsJSON(key), option.WithEndpoint(gateway+"/v1"))',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tclient, err := app.Messaging(ctx)',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tid, err := client.Send(ctx, &messaging.Message{',
    '\t\tToken:        os.Getenv("FCM_TOKEN"),',
    '\t\tNotification: &messaging.Notification{Title: "Denny", Body: "Lunch at 12:30?"},',
    '\t})',
    '\tfmt.Println(id, err)',
    '}',
  ]);

const java = (place: GatewayPlace): Recipe =>
  recipe('java-firebase-admin', 'com.google.firebase:firebase-admin', null, 'java', [
    'import com.google.api.client.http.javanet.NetHttpTransport;',
    'import com.google.auth.oauth2.ServiceAccountCredentials;',
    'import com.google.firebase.FirebaseApp;',
    'import com.google.firebase.FirebaseOptions;',
    'import com.google.firebase.messaging.FirebaseMessaging;',
    'import com.google.firebase.messaging.Message;',
    'import com.google.firebase.messaging.Notification;',
    'import java.io.FileInputStream;',
    'import java.net.HttpURLConnection;',
    'import java.net.URI;',
    'import java.net.URL;',
    '',
    'public class Send {',
    '  public static void main(String[] args) throws Exception {',
    `»     String gateway = ${JSON.stringify(plainOrigin(place))};`,
    '    ServiceAccountCredentials key;',
    '    try (var file = new FileInputStream(System.getenv("GOOGLE_APPLICATION_CREDENTIALS"))) {',
    '      key = ServiceAccountCredentials.fromStream(file);',
    '    }',
    '»     key = key.toBuilder().setTokenServerUri(URI.create(gateway + "/token")).build();',
    '»     var transport = new NetHttpTransport.Builder()',
    '»         .setConnectionFactory(url -> (HttpURLConnection) new URL(gateway + url.getFile()).openConnection())',
    '»         .build();',
    '    FirebaseApp.initializeApp(FirebaseOptions.builder()',
    '        .setCredentials(key)',
    '»         .setHttpTransport(transport)',
    '        .build());',
    '    System.out.println(FirebaseMessaging.getInstance().send(Message.builder()',
    '        .setToken(System.getenv("FCM_TOKEN"))',
    '        .setNotification(Notification.builder().setTitle("Denny").setBody("Lunch at 12:30?").build())',
    '        .build()));',
    '  }',
    '}',
  ]);

const gorush = (place: GatewayPlace): Recipe =>
  recipe('gorush', 'gorush', null, 'shell', [
    '» # The token request follows token_uri in the key file.',
    `» jq '.token_uri = "${plainOrigin(place)}/token"' key.json > key.local.json`,
    '» # gorush has no option for the address of FCM, so its name has to lead here.',
    "» echo '127.0.0.1 fcm.googleapis.com' | sudo tee -a /etc/hosts",
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,reuseaddr,fork TCP:${new URL(place.origin).hostname}:${place.port} &`,
    `» export SSL_CERT_FILE=${JSON.stringify(place.caPath)}`,
    '',
    'export GORUSH_ANDROID_ENABLED=true',
    '» export GORUSH_ANDROID_KEY_PATH=key.local.json',
    '» # gorush sends again after every error, also for tokens that are gone.',
    '» export GORUSH_ANDROID_MAX_RETRY=0',
    'gorush &',
    'curl http://127.0.0.1:8088/api/push -H "Content-Type: application/json" -d "{\\"notifications\\": [',
    '  {\\"tokens\\": [\\"$FCM_TOKEN\\"], \\"platform\\": 2, \\"title\\": \\"Denny\\", \\"message\\": \\"Lunch at 12:30?\\"}',
    ']}"',
  ]);

const curl = (place: GatewayPlace): Recipe =>
  recipe('curl', 'curl', null, 'shell', [
    `» curl ${plainOrigin(place)}/v1/projects/my-project/messages:send \\`,
    "»   -H 'Authorization: Bearer ya29.anything' \\",
    "  -H 'Content-Type: application/json' \\",
    '  -d "{\\"message\\": {\\"token\\": \\"$FCM_TOKEN\\",',
    '    \\"notification\\": {\\"title\\": \\"Denny\\", \\"body\\": \\"Lunch at 12:30?\\"}}}"',
  ]);

/** How to point senders at this gateway. Only a recipe with a tested version has been run by the tests. */
export const recipes = (place: GatewayPlace): Recipe[] => [
  nodeFetch(place),
  nodeAdmin(place),
  python(place),
  go(place),
  java(place),
  gorush(place),
  curl(place),
];
