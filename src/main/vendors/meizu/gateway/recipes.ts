import type { Recipe } from '../../../../shared/contract/index.ts';
import { plainOrigin, recipe, type GatewayPlace } from '../../kit/recipes.ts';

const curl = (place: GatewayPlace): Recipe =>
  recipe('meizu.curl', 'curl', '7.88.1', 'shell', [
    `» MEIZU=${plainOrigin(place)}`,
    'MESSAGE=\'{"noticeBarInfo":{"noticeMsgType":1,"title":"Denny","content":"你好，晚上见"}}\'',
    'SIGN=$(printf %s "appId=${MEIZU_APP_ID}messageJson=${MESSAGE}pushIds=${MEIZU_PUSH_ID}${MEIZU_APP_SECRET}" | md5sum | cut -d" " -f1)',
    'curl "$MEIZU/garcia/api/server/push/varnished/pushByPushId" --data-urlencode "appId=$MEIZU_APP_ID" \\',
    '  --data-urlencode "pushIds=$MEIZU_PUSH_ID" --data-urlencode "messageJson=$MESSAGE" --data-urlencode "sign=$SIGN"',
  ]);

const node = ({ origin, port }: GatewayPlace): Recipe =>
  recipe('meizu.node-sdk', 'MEIZUPUSH/node-sdk', null, 'javascript', [
    '» // Save as pushscope.cjs. Nothing in your own code changes. Start it with',
    '» // NODE_OPTIONS="--require ./pushscope.cjs" node app.js',
    "» const http = require('node:http');",
    '» const request = http.request;',
    '» http.request = (options, ...rest) =>',
    "»   /(?:^|\\.)api-push\\.meizu\\.com$|^server-api-push\\.meizu\\.com$/.test(options?.hostname ?? '')",
    `»     ? request({ ...options, hostname: ${JSON.stringify(new URL(origin).hostname)}, port: ${port} }, ...rest)`,
    '»     : request(options, ...rest);',
    "» require('node:module').syncBuiltinESMExports();",
  ]);

const hosts = ({ port }: GatewayPlace): Recipe =>
  recipe('meizu.hosts', 'any client', null, 'shell', [
    '» # For clients whose host is fixed. They speak plain http, so no certificate is needed.',
    '» echo "127.0.0.1 server-api-push.meizu.com" | sudo tee -a /etc/hosts',
    `» sudo socat TCP-LISTEN:80,bind=127.0.0.1,fork TCP:127.0.0.1:${port}`,
  ]);

/** How to point libraries here. The first is run by a test; the others are written from their source. */
export const recipes = (place: GatewayPlace): Recipe[] => [curl(place), node(place), hosts(place)];
