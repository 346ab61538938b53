import type { Recipe } from '../../../../shared/contract/index.ts';

interface At {
  readonly origin: string;
  readonly port: number;
  readonly caPath: string;
}

/** Marks a line that differs from talking to Apple. */
const mark = '\u0000';
const changed = (line: string): string => mark + line;

const recipe = (
  about: Pick<Recipe, 'id' | 'library' | 'testedVersion' | 'language'>,
  lines: readonly string[],
): Recipe => ({
  ...about,
  code: lines.map((line) => line.replace(mark, '')).join('\n'),
  changed: lines.flatMap((line, index) => (line.startsWith(mark) ? [index + 1] : [])),
});

/** A text between single quotes, as JavaScript reads it. */
const js = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const token = 'c63963fdfdafa1b9c63963fdfdafa1b9c63963fdfdafa1b9c63963fdfdafa1b9';
const hostOf = ({ origin }: At): string => new URL(origin).hostname;

const nodeApn = (at: At): Recipe =>
  recipe({ id: 'node-apn', library: '@parse/node-apn', testedVersion: '8.1.0', language: 'javascript' }, [
    `import apn from '@parse/node-apn';`,
    ``,
    `const provider = new apn.Provider({`,
    `  token: { key: 'AuthKey_ABC123DEFG.p8', keyId: 'ABC123DEFG', teamId: 'DEF123GHIJ' },`,
    changed(`  address: ${js(hostOf(at))},`),
    changed(`  port: ${at.port},`),
    changed(`  ca: ${js(at.caPath)},`),
    `});`,
    ``,
    `const push = new apn.Notification();`,
    `push.topic = 'com.example.im';`,
    `push.pushType = 'alert';`,
    `push.alert = { title: 'Denny', body: 'Lunch at 12:30?' };`,
    `push.payload = { ext: 'jump to denny' };`,
    ``,
    `const result = await provider.send(push, '${token}');`,
    `console.log(JSON.stringify(result, null, 2));`,
    `await provider.shutdown();`,
  ]);

/** The library builds `https://<host>:443` itself, so its pool of connections is replaced by one with our address. */
const apns2Node = (at: At): Recipe =>
  recipe({ id: 'apns2-node', library: 'apns2', testedVersion: '12.2.0', language: 'javascript' }, [
    `import { readFileSync } from 'node:fs';`,
    `import { ApnsClient, Notification } from 'apns2';`,
    changed(`import { Pool } from 'undici'; // npm install undici@7, which is what apns2 12.2.0 uses`),
    ``,
    `const client = new ApnsClient({`,
    `  team: 'DEF123GHIJ',`,
    `  keyId: 'ABC123DEFG',`,
    `  signingKey: readFileSync('AuthKey_ABC123DEFG.p8'),`,
    `  defaultTopic: 'com.example.im',`,
    `});`,
    changed(`// apns2 always connects to port 443. Without this, the gateway itself would have to listen there.`),
    changed(`client.client = new Pool(${js(at.origin)}, {`),
    changed(`  allowH2: true,`),
    changed(`  pipelining: 100,`),
    changed(`  connections: 1,`),
    changed(`  connect: { ca: readFileSync(${js(at.caPath)}) },`),
    changed(`});`),
    ``,
    `await client.send(`,
    `  new Notification('${token}', {`,
    `    alert: { title: 'Denny', body: 'Lunch at 12:30?' },`,
    `    data: { ext: 'jump to denny' },`,
    `  }),`,
    `);`,
    `await client.close();`,
  ]);

const pushy = (at: At): Recipe =>
  recipe({ id: 'pushy', library: 'Pushy', testedVersion: null, language: 'java' }, [
    `import com.eatthepath.pushy.apns.ApnsClient;`,
    `import com.eatthepath.pushy.apns.ApnsClientBuilder;`,
    `import com.eatthepath.pushy.apns.auth.ApnsSigningKey;`,
    `import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;`,
    `import java.io.File;`,
    ``,
    `public class SendPush {`,
    `  public static void main(String[] args) throws Exception {`,
    `    ApnsClient client = new ApnsClientBuilder()`,
    changed(`        .setApnsServer(${JSON.stringify(hostOf(at))}, ${at.port})`),
    changed(`        .setTrustedServerCertificateChain(new File(${JSON.stringify(at.caPath)}))`),
    `        .setSigningKey(ApnsSigningKey.loadFromPkcs8File(`,
    `            new File("AuthKey_ABC123DEFG.p8"), "DEF123GHIJ", "ABC123DEFG"))`,
    `        .build();`,
    ``,
    `    String payload = "{\\"aps\\":{\\"alert\\":{\\"title\\":\\"Denny\\",\\"body\\":\\"Lunch at 12:30?\\"}},"`,
    `        + "\\"ext\\":\\"jump to denny\\"}";`,
    `    var response = client.sendNotification(new SimpleApnsPushNotification(`,
    `        "${token}",`,
    `        "com.example.im", payload)).get();`,
    `    System.out.println(response.isAccepted() ? "accepted" : response.getRejectionReason().orElse("?"));`,
    `    client.close().get();`,
    `  }`,
    `}`,
  ]);

const apns2Go = (at: At): Recipe =>
  recipe({ id: 'apns2-go', library: 'github.com/sideshow/apns2', testedVersion: null, language: 'go' }, [
    `package main`,
    ``,
    `import (`,
    changed(`\t"crypto/tls"`),
    changed(`\t"crypto/x509"`),
    `\t"fmt"`,
    `\t"log"`,
    changed(`\t"net/http"`),
    changed(`\t"os"`),
    ``,
    `\t"github.com/sideshow/apns2"`,
    `\t"github.com/sideshow/apns2/token"`,
    changed(`\t"golang.org/x/net/http2"`),
    `)`,
    ``,
    `func main() {`,
    `\tkey, err := token.AuthKeyFromFile("AuthKey_ABC123DEFG.p8")`,
    `\tif err != nil {`,
    `\t\tlog.Fatal(err)`,
    `\t}`,
    `\tclient := apns2.NewTokenClient(&token.Token{AuthKey: key, KeyID: "ABC123DEFG", TeamID: "DEF123GHIJ"})`,
    ``,
    changed(`\tca, err := os.ReadFile(${JSON.stringify(at.caPath)})`),
    changed(`\tif err != nil {`),
    changed(`\t\tlog.Fatal(err)`),
    changed(`\t}`),
    changed(`\troots := x509.NewCertPool()`),
    changed(`\troots.AppendCertsFromPEM(ca)`),
    changed(`\tclient.Host = ${JSON.stringify(at.origin)}`),
    changed(
      `\tclient.HTTPClient = &http.Client{Transport: &http2.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}`,
    ),
    ``,
    `\tresponse, err := client.Push(&apns2.Notification{`,
    `\t\tDeviceToken: "${token}",`,
    `\t\tTopic:       "com.example.im",`,
    `\t\tPayload:     []byte(\`{"aps":{"alert":{"title":"Denny","body":"Lunch at 12:30?"}},"ext":"jump to denny"}\`),`,
    `\t})`,
    `\tif err != nil {`,
    `\t\tlog.Fatal(err)`,
    `\t}`,
    `\tfmt.Println(response.StatusCode, response.ApnsID, response.Reason)`,
    `}`,
  ]);

/** Quotes a text for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const curl = (at: At): Recipe =>
  recipe({ id: 'curl', library: 'curl', testedVersion: '7.88.1', language: 'bash' }, [
    `KEY_ID=ABC123DEFG`,
    `TEAM_ID=DEF123GHIJ`,
    `KEY_FILE="AuthKey_$KEY_ID.p8"`,
    `DEVICE_TOKEN=${token}`,
    `b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }`,
    `HEADER=$(printf '{"alg":"ES256","kid":"%s"}' "$KEY_ID" | b64url)`,
    `CLAIMS=$(printf '{"iss":"%s","iat":%d}' "$TEAM_ID" "$(date +%s)" | b64url)`,
    `SIGNATURE=$(printf '%s.%s' "$HEADER" "$CLAIMS" | openssl dgst -sha256 -sign "$KEY_FILE" | b64url)`,
    ``,
    `curl --http2 --include \\`,
    changed(`  --cacert ${quoted(at.caPath)} \\`),
    `  --header "authorization: bearer $HEADER.$CLAIMS.$SIGNATURE" \\`,
    `  --header 'apns-topic: com.example.im' \\`,
    `  --header 'apns-push-type: alert' \\`,
    `  --data '{"aps":{"alert":{"title":"Denny","body":"Lunch at 12:30?"}},"ext":"jump to denny"}' \\`,
    changed(`  ${quoted(at.origin)}"/3/device/$DEVICE_TOKEN"`),
  ]);

/**
 * How to point the usual libraries here. Each piece of code is complete; only the marked lines differ from talking to Apple.
 * Written from the libraries' own source; `testedVersion` says which one our wire tests run.
 */
export const recipes = (at: At): Recipe[] => [nodeApn(at), apns2Node(at), pushy(at), apns2Go(at), curl(at)];
