// firebase-admin as a backend uses it, in a process of its own: the recipe's preload and Node's environment variables are all that differs.
// Prints one line of JSON: what each call came to.
import { readFileSync } from 'node:fs';
import { cert, initializeApp } from 'firebase-admin/app';
import { getMessaging } from 'firebase-admin/messaging';

const { account, good, dead, many } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
initializeApp({ credential: cert(account), projectId: account.project_id });
const messaging = getMessaging();
const notification = { title: 'Ann', body: 'hi' };
const data = { ext: 'jump to ann' };
// A name that FCM keeps for itself; the library does not look.
const reserved = { from: 'ann' };

const outcome = async (call) => {
  try {
    return { id: await call() };
  } catch (error) {
    return { code: error.code };
  }
};
const batch = ({ successCount, failureCount, responses }) => ({
  successCount,
  failureCount,
  codes: responses.map(({ error }) => error?.code ?? null),
});

const result = {
  send: await outcome(() => messaging.send({ token: good, notification, data })),
  dead: await outcome(() => messaging.send({ token: dead, notification })),
  bad: await outcome(() => messaging.send({ token: good, notification, data: reserved })),
  dryRun: await outcome(() => messaging.send({ token: good, notification }, true)),
  sendEach: batch(
    await messaging.sendEach([
      { token: good, notification, data },
      { token: dead, notification, data },
      { token: good, notification, data: reserved },
    ]),
  ),
  multicast: batch(await messaging.sendEachForMulticast({ tokens: [good, dead], notification, data })),
  many: batch(await messaging.sendEach(Array.from({ length: many }, () => ({ token: good, notification })))),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
