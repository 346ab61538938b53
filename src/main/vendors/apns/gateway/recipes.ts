import type { Recipe } from '../../../../shared/contract/index.ts';
import { js, quoted, recipe, type RecipePlace } from '../../kit/recipes.ts';

/** Who sends, for which app and to which phone: of the workspace, or made up where it has none. */
const valuesOf = ({ sample }: RecipePlace) => {
  const keyId = sample.values['keyId'] || 'ABC123DEFG';
  const keyFile = `AuthKey_${keyId}.p8`;
  return {
    keyId,
    teamId: sample.values['teamId'] || 'DEF123GHIJ',
    keyFile: sample.keyFolder === null ? keyFile : `${sample.keyFolder}/${keyFile}`,
    topic: sample.appIdentifier || 'com.example.im',
    token: sample.token || 'c63963fdfdafa1b9c63963fdfdafa1b9c63963fdfdafa1b9c63963fdfdafa1b9',
  };
};

const hostOf = ({ origin }: RecipePlace): string => new URL(origin).hostname;
const java = (text: string): string => JSON.stringify(text);
const startNode: Recipe['start'] = { file: 'send.mjs', command: 'node send.mjs' };

const nodeApn = (at: RecipePlace): Recipe => {
  const v = valuesOf(at);
  return recipe(
    'node-apn',
    '@parse/node-apn',
    '8.1.0',
    'javascript',
    [
      `import apn from '@parse/node-apn';`,
      ``,
      `const provider = new apn.Provider({`,
      `  token: { key: ${js(v.keyFile)}, keyId: ${js(v.keyId)}, teamId: ${js(v.teamId)} },`,
      `»   address: ${js(hostOf(at))},`,
      `»   port: ${at.port},`,
      `»   ca: ${js(at.caPath)},`,
      `});`,
      ``,
      `const push = new apn.Notification();`,
      `push.topic = ${js(v.topic)};`,
      `push.pushType = 'alert';`,
      `push.alert = { title: 'Denny', body: 'Lunch at 12:30?' };`,
      `push.payload = { ext: 'jump to denny' };`,
      ``,
      `const result = await provider.send(push, ${js(v.token)});`,
      `console.log(JSON.stringify(result, null, 2));`,
      `await provider.shutdown();`,
    ],
    startNode,
  );
};

/** The library builds `https://<host>:443` itself, so its pool of connections is replaced by one with our address. */
const apns2Node = (at: RecipePlace): Recipe => {
  const v = valuesOf(at);
  return recipe(
    'apns2-node',
    'apns2',
    '12.2.0',
    'javascript',
    [
      `import { readFileSync } from 'node:fs';`,
      `import { ApnsClient, Notification } from 'apns2';`,
      `» import { Pool } from 'undici'; // npm install undici@7, which is what apns2 12.2.0 uses`,
      ``,
      `const client = new ApnsClient({`,
      `  team: ${js(v.teamId)},`,
      `  keyId: ${js(v.keyId)},`,
      `  signingKey: readFileSync(${js(v.keyFile)}),`,
      `  defaultTopic: ${js(v.topic)},`,
      `});`,
      `» // apns2 always connects to port 443. Without this, the gateway itself would have to listen there.`,
      `» client.client = new Pool(${js(at.origin)}, {`,
      `»   allowH2: true,`,
      `»   pipelining: 100,`,
      `»   connections: 1,`,
      `»   connect: { ca: readFileSync(${js(at.caPath)}) },`,
      `» });`,
      ``,
      `await client.send(`,
      `  new Notification(${js(v.token)}, {`,
      `    alert: { title: 'Denny', body: 'Lunch at 12:30?' },`,
      `    data: { ext: 'jump to denny' },`,
      `  }),`,
      `);`,
      `await client.close();`,
    ],
    startNode,
  );
};

const pushy = (at: RecipePlace): Recipe => {
  const v = valuesOf(at);
  return recipe('pushy', 'Pushy', null, 'java', [
    `import com.eatthepath.pushy.apns.ApnsClient;`,
    `import com.eatthepath.pushy.apns.ApnsClientBuilder;`,
    `import com.eatthepath.pushy.apns.auth.ApnsSigningKey;`,
    `import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;`,
    `import java.io.File;`,
    ``,
    `public class SendPush {`,
    `  public static void main(String[] args) throws Exception {`,
    `    ApnsClient client = new ApnsClientBuilder()`,
    `»         .setApnsServer(${JSON.stringify(hostOf(at))}, ${at.port})`,
    `»         .setTrustedServerCertificateChain(new File(${JSON.stringify(at.caPath)}))`,
    `        .setSigningKey(ApnsSigningKey.loadFromPkcs8File(`,
    `            new File(${java(v.keyFile)}), ${java(v.teamId)}, ${java(v.keyId)}))`,
    `        .build();`,
    ``,
    `    String payload = "{\\"aps\\":{\\"alert\\":{\\"title\\":\\"Denny\\",\\"body\\":\\"Lunch at 12:30?\\"}},"`,
    `        + "\\"ext\\":\\"jump to denny\\"}";`,
    `    var response = client.sendNotification(new SimpleApnsPushNotification(`,
    `        ${java(v.token)},`,
    `        ${java(v.topic)}, payload)).get();`,
    `    System.out.println(response.isAccepted() ? "accepted" : response.getRejectionReason().orElse("?"));`,
    `    client.close().get();`,
    `  }`,
    `}`,
  ]);
};

const apns2Go = (at: RecipePlace): Recipe => {
  const v = valuesOf(at);
  return recipe('apns2-go', 'github.com/sideshow/apns2', null, 'go', [
    `package main`,
    ``,
    `import (`,
    `» \t"crypto/tls"`,
    `» \t"crypto/x509"`,
    `\t"fmt"`,
    `\t"log"`,
    `» \t"net/http"`,
    `» \t"os"`,
    ``,
    `\t"github.com/sideshow/apns2"`,
    `\t"github.com/sideshow/apns2/token"`,
    `» \t"golang.org/x/net/http2"`,
    `)`,
    ``,
    `func main() {`,
    `\tkey, err := token.AuthKeyFromFile(${java(v.keyFile)})`,
    `\tif err != nil {`,
    `\t\tlog.Fatal(err)`,
    `\t}`,
    `\tclient := apns2.NewTokenClient(&token.Token{AuthKey: key, KeyID: ${java(v.keyId)}, TeamID: ${java(v.teamId)}})`,
    ``,
    `» \tca, err := os.ReadFile(${JSON.stringify(at.caPath)})`,
    `» \tif err != nil {`,
    `» \t\tlog.Fatal(err)`,
    `» \t}`,
    `» \troots := x509.NewCertPool()`,
    `» \troots.AppendCertsFromPEM(ca)`,
    `» \tclient.Host = ${JSON.stringify(at.origin)}`,
    `» \tclient.HTTPClient = &http.Client{Transport: &http2.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}`,
    ``,
    `\tresponse, err := client.Push(&apns2.Notification{`,
    `\t\tDeviceToken: ${java(v.token)},`,
    `\t\tTopic:       ${java(v.topic)},`,
    `\t\tPayload:     []byte(\`{"aps":{"alert":{"title":"Denny","body":"Lunch at 12:30?"}},"ext":"jump to denny"}\`),`,
    `\t})`,
    `\tif err != nil {`,
    `\t\tlog.Fatal(err)`,
    `\t}`,
    `\tfmt.Println(response.StatusCode, response.ApnsID, response.Reason)`,
    `}`,
  ]);
};

const curl = (at: RecipePlace): Recipe => {
  const v = valuesOf(at);
  return recipe('curl', 'curl', '7.88.1', 'bash', [
    `KEY_ID=${quoted(v.keyId)}`,
    `TEAM_ID=${quoted(v.teamId)}`,
    `KEY_FILE=${quoted(v.keyFile)}`,
    `TOPIC=${quoted(v.topic)}`,
    `DEVICE_TOKEN=${quoted(v.token)}`,
    `b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }`,
    `HEADER=$(printf '{"alg":"ES256","kid":"%s"}' "$KEY_ID" | b64url)`,
    `CLAIMS=$(printf '{"iss":"%s","iat":%d}' "$TEAM_ID" "$(date +%s)" | b64url)`,
    `SIGNATURE=$(printf '%s.%s' "$HEADER" "$CLAIMS" | openssl dgst -sha256 -sign "$KEY_FILE" | b64url)`,
    ``,
    `curl --http2 --include \\`,
    `»   --cacert ${quoted(at.caPath)} \\`,
    `  --header "authorization: bearer $HEADER.$CLAIMS.$SIGNATURE" \\`,
    `  --header "apns-topic: $TOPIC" \\`,
    `  --header 'apns-push-type: alert' \\`,
    `  --data '{"aps":{"alert":{"title":"Denny","body":"Lunch at 12:30?"}},"ext":"jump to denny"}' \\`,
    `»   ${quoted(at.origin)}"/3/device/$DEVICE_TOKEN"`,
  ]);
};

/**
 * How to point the usual libraries here. Each piece of code is complete; only the marked lines differ from talking to Apple.
 * Written from the libraries' own source; `testedVersion` says which one our wire tests run.
 */
export const recipes = (at: RecipePlace): Recipe[] => [nodeApn(at), apns2Node(at), pushy(at), apns2Go(at), curl(at)];
