import { carry } from '../flow/hand-over/carry.ts';
import { exportPiece } from '../flow/hand-over/export.ts';
import { importPasted, readPasted } from '../flow/hand-over/import.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

export const handOverHandlers = (os: Implementer, parts: ApiParts) => ({
  handOver: {
    read: os.handOver.read.handler(({ input }) => ({ readings: readPasted(parts, input) })),
    import: os.handOver.import.handler(async ({ input }) => ({ exchanges: await importPasted(parts, input) })),
    carry: os.handOver.carry.handler(({ input }) => carry(parts, input)),
    export: os.handOver.export.handler(({ input }) => exportPiece(parts, input)),
  },
});
