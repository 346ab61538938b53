import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

const done = { ok: true } as const;

const removing =
  (book: { remove(id: string): Promise<void> }) =>
  async ({ input }: { input: { id: string } }) => {
    await book.remove(input.id);
    return done;
  };

/** An app goes and comes back with its redirect rules. */
const appHandlers = (os: Implementer, { apps, rules }: ApiParts['workspace']) => ({
  create: os.workspace.apps.create.handler(({ input }) => apps.create(input)),
  update: os.workspace.apps.update.handler(({ input: { id, ...patch } }) => apps.update(id, patch)),
  restore: os.workspace.apps.restore.handler(async ({ input }) => {
    const app = await apps.restore(input.id);
    for (const rule of rules.removed()) if (rule.appId === app.id) await rules.restore(rule.id);
    return app;
  }),
  duplicate: os.workspace.apps.duplicate.handler(({ input }) => apps.duplicate(input.id)),
  remove: os.workspace.apps.remove.handler(async ({ input }) => {
    await apps.remove(input.id);
    for (const rule of rules.all()) if (rule.appId === input.id) await rules.remove(rule.id);
    return done;
  }),
});

export const workspaceHandlers = (os: Implementer, { workspace: books, hub, phones }: ApiParts) => {
  const { apps, accounts, groups, devices, rules } = books;
  return {
    workspace: {
      get: os.workspace.get.handler(() => ({
        seq: hub.seq,
        apps: [...apps.all()],
        accounts: [...accounts.all()],
        groups: [...groups.all()],
        devices: [...devices.all()],
        rules: [...rules.all()],
      })),
      apps: appHandlers(os, books),
      accounts: {
        create: os.workspace.accounts.create.handler(({ input }) => accounts.create(input)),
        update: os.workspace.accounts.update.handler(({ input: { id, ...patch } }) => accounts.update(id, patch)),
        restore: os.workspace.accounts.restore.handler(({ input }) => accounts.restore(input.id)),
        duplicate: os.workspace.accounts.duplicate.handler(({ input }) => accounts.duplicate(input.id)),
        remove: os.workspace.accounts.remove.handler(removing(accounts)),
      },
      groups: {
        create: os.workspace.groups.create.handler(({ input }) => groups.create(input)),
        update: os.workspace.groups.update.handler(({ input: { id, ...patch } }) => groups.update(id, patch)),
        restore: os.workspace.groups.restore.handler(({ input }) => groups.restore(input.id)),
        duplicate: os.workspace.groups.duplicate.handler(({ input }) => groups.duplicate(input.id)),
        remove: os.workspace.groups.remove.handler(removing(groups)),
      },
      devices: {
        create: os.workspace.devices.create.handler(({ input }) => devices.create(input)),
        update: os.workspace.devices.update.handler(({ input: { id, ...patch } }) => devices.update(id, patch)),
        restore: os.workspace.devices.restore.handler(async ({ input }) => {
          const device = await devices.restore(input.id);
          phones.remember(device.id);
          return device;
        }),
        duplicate: os.workspace.devices.duplicate.handler(({ input }) => devices.duplicate(input.id)),
        remove: os.workspace.devices.remove.handler(async ({ input }) => {
          await devices.remove(input.id);
          phones.forget(input.id);
          return done;
        }),
      },
      rules: {
        create: os.workspace.rules.create.handler(({ input }) => rules.create(input)),
        update: os.workspace.rules.update.handler(({ input: { id, ...patch } }) => rules.update(id, patch)),
        restore: os.workspace.rules.restore.handler(({ input }) => rules.restore(input.id)),
        duplicate: os.workspace.rules.duplicate.handler(({ input }) => rules.duplicate(input.id)),
        remove: os.workspace.rules.remove.handler(removing(rules)),
      },
      tryRules: os.workspace.tryRules.handler(({ input }) =>
        books.tryRules(apps.get(input.appId).id, input.ext, null, input.draft),
      ),
    },
  };
};
