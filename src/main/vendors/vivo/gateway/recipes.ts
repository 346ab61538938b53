import type { Recipe } from '../../../../shared/contract/index.ts';
import { plainOrigin, recipe, type GatewayPlace } from '../../kit/recipes.ts';

const curl = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('vivo.curl', 'curl', '7.88.1', 'shell', [
    `» VIVO=${origin} CA=${caPath}`,
    'NOW=$(date +%s000)',
    'SIGN=$(printf %s "$VIVO_APP_ID$VIVO_APP_KEY$NOW$VIVO_APP_SECRET" | md5sum | cut -d" " -f1)',
    'TOKEN=$(curl -s --cacert "$CA" "$VIVO/message/auth" -H "content-type: application/json" \\',
    '  -d "{\\"appId\\":$VIVO_APP_ID,\\"appKey\\":\\"$VIVO_APP_KEY\\",\\"timestamp\\":$NOW,\\"sign\\":\\"$SIGN\\"}" \\',
    '  | sed -n \'s/.*"authToken":"\\([^"]*\\)".*/\\1/p\')',
    'curl --cacert "$CA" "$VIVO/message/send" -H "content-type: application/json" -H "authToken: $TOKEN" -d @- <<JSON',
    '{"appId":$VIVO_APP_ID,"regId":"$VIVO_REG_ID","notifyType":4,"title":"Denny","content":"你好，晚上见",',
    ' "skipType":1,"classification":1,"category":"IM","requestId":"$NOW"}',
    'JSON',
  ]);

const go = (place: GatewayPlace): Recipe =>
  recipe('vivo.go-pushapi', 'modood/pushapi', null, 'go', [
    'client := vivopush.NewClient(appId, appKey, appSecret)',
    `» client.SetHost(${JSON.stringify(plainOrigin(place))})`,
  ]);

const java = ({ port }: GatewayPlace): Recipe =>
  recipe('vivo.java-sdk', 'vpush-server-sdk 3.3', null, 'shell', [
    '» # The host is a constant of the library, so the name has to lead here. The library takes any certificate.',
    '» echo "127.0.0.1 api-push.vivo.com.cn" | sudo tee -a /etc/hosts',
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,fork TCP:127.0.0.1:${port}`,
  ]);

/** How to point libraries here. The first is run by a test; the others are written from the libraries' source. */
export const recipes = (place: GatewayPlace): Recipe[] => [curl(place), go(place), java(place)];
