/** Sends with unmodified apns2 from a process of its own, because it takes a CA from the environment only. Prints the answers as JSON. */
import { ApnsClient, ApnsError, Notification, type NotificationOptions } from 'apns2';

interface Job {
  readonly key: string;
  readonly keyId: string;
  readonly teamId: string;
  readonly topic: string;
  readonly pushes: readonly { readonly token: string; readonly options?: NotificationOptions }[];
}
// Written by tests/wire/libraries.test.ts.
const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const client = new ApnsClient({
  team: job.teamId,
  keyId: job.keyId,
  signingKey: job.key,
  defaultTopic: job.topic,
  host: 'localhost',
});
const answers = await Promise.all(
  job.pushes.map(async ({ token, options = {} }) => {
    try {
      await client.send(new Notification(token, options));
      return { ok: true };
    } catch (error) {
      if (!(error instanceof ApnsError)) throw error;
      const { statusCode: status, reason, response } = error;
      return { ok: false, status, reason, ...(status === 410 ? { timestamp: response.timestamp } : {}) };
    }
  }),
);
await client.close();
process.stdout.write(JSON.stringify(answers));
