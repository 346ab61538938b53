import { playFile } from '../flow/scenario.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

const done = { ok: true } as const;

export const presetHandlers = (os: Implementer, parts: ApiParts) => ({
  presets: {
    list: os.presets.list.handler(() => parts.presets.list()),
    save: os.presets.save.handler(({ input: { content, file, revision } }) =>
      parts.presets.save(content, file, revision),
    ),
    rename: os.presets.rename.handler(({ input: { file, revision, name } }) =>
      parts.presets.rename(file, revision, name),
    ),
    remove: os.presets.remove.handler(async ({ input: { file, revision } }) => {
      await parts.presets.remove(file, revision);
      return done;
    }),
    play: os.presets.play.handler(({ input }) => ({ frames: playFile(parts, input.scenario) })),
  },
});
