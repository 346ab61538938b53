import { AppError } from '../../../shared/contract/errors.ts';
import type { Exchange, ExportCursor, ExportFormat } from '../../../shared/contract/index.ts';
import { mostShared, shareVersion, type SharedExchange } from '../../../shared/contract/share-file.ts';
import { csvPiece, harPiece, ndjsonPiece, newSalt, sweep, tarPiece, type TarFile } from '../../journal/index.ts';
import type { Parts } from '../parts.ts';
import { readBack } from '../read-back.ts';
import { handedOut, phonesOf, toShare } from './share.ts';

type Needs = Pick<Parts, 'journal' | 'phones' | 'workspace' | 'store' | 'newId' | 'now' | 'vendor' | 'credentials'> & {
  readonly about: { readonly version: string };
};
interface Asked {
  readonly format: ExportFormat;
  readonly id?: string | undefined;
  readonly filter?: string | undefined;
  readonly mask: boolean;
  readonly cursor?: ExportCursor | undefined;
}
export interface ExportPiece {
  readonly piece: string;
  readonly next: ExportCursor | null;
  readonly written: number;
}

/** Exchanges of one piece: some hundred kilobytes, so that neither side holds much and progress shows. */
const pieceRows = 200;
/** Time one piece may search for. */
const pieceMs = 400;

const pieces = { har: harPiece, ndjson: ndjsonPiece, csv: csvPiece } as const;

const find = async ({ journal }: Needs, { id, filter, cursor }: Asked, limit: number) => {
  if (id !== undefined) return { exchanges: [await journal.get(id)], nextBefore: null };
  const { items, nextBefore } = await journal.page({ limit, filter, before: cursor?.before, budgetMs: pieceMs });
  const exchanges: Exchange[] = [];
  for (const item of items) {
    // One that was trimmed between the two looks is not there any more, and not in the file.
    const whole = await journal.get(item.id).catch(() => null);
    if (whole) exchanges.push(whole);
  }
  return { exchanges, nextBefore };
};

/** A share file is one document that has to be read whole, so it is short and made at once. */
const sharePiece = async (parts: Needs, asked: Asked): Promise<ExportPiece> => {
  const exchanges: Exchange[] = [];
  let before: number | undefined;
  for (;;) {
    const cursor = before === undefined ? undefined : { before, written: exchanges.length, salt: '' };
    const found = await find(parts, { ...asked, cursor }, mostShared + 1);
    exchanges.push(...found.exchanges);
    if (exchanges.length > mostShared) throw new AppError('share.too-many', { most: mostShared });
    if (found.nextBefore === null) break;
    before = found.nextBefore;
  }
  const shared: SharedExchange[] = [];
  const salt = newSalt();
  for (const exchange of exchanges) shared.push(await toShare(parts, exchange, asked.mask, salt));
  const file = {
    pushscope: shareVersion,
    madeBy: parts.about.version,
    madeAtMs: parts.now(),
    isMasked: asked.mask,
    phones: phonesOf(parts, shared),
    exchanges: shared,
  };
  return { piece: sweep(`${JSON.stringify(file)}\n`), next: null, written: shared.length };
};

/** A file of the vendor's own form for each push that has one. */
const apnsFiles = (parts: Needs, exchanges: readonly Exchange[]): TarFile[] =>
  exchanges.flatMap((exchange) => {
    const vendor = exchange.vendor === 'apns' ? parts.vendor(exchange.vendor) : undefined;
    const view = vendor && readBack(parts, exchange);
    const file = view && vendor.payload.exports?.(view.draft, '').find(({ kind }) => kind === 'file');
    if (!file) return [];
    const time = new Date(exchange.atMs).toISOString().slice(0, 19).replaceAll(':', '-');
    return [{ name: `${time}-${exchange.id}.apns`, atMs: exchange.atMs, text: file.text }];
  });

/** The next piece of a file with what passes a filter. AppError `exchange.bad-filter`, `exchange.not-found`, `share.too-many`. */
export const exportPiece = async (parts: Needs, asked: Asked): Promise<ExportPiece> => {
  if (asked.format === 'pushscope') return sharePiece(parts, asked);
  const found = await find(parts, asked, pieceRows);
  const { nextBefore } = found;
  const { written: before, salt } = asked.cursor ?? { written: 0, salt: newSalt() };
  const exchanges = found.exchanges.map((one) => handedOut(parts, one, asked.mask, salt));
  const isLast = nextBefore === null;
  const at = (written: number) => ({ next: isLast ? null : { before: nextBefore, written, salt }, written });
  if (asked.format === 'apns') {
    const files = apnsFiles(parts, exchanges);
    const piece = asked.id === undefined ? tarPiece(files, isLast) : sweep(files[0]?.text ?? '');
    return { piece, ...at(before + files.length) };
  }
  const isFirst = asked.cursor === undefined;
  const { version } = parts.about;
  const piece = pieces[asked.format]({ exchanges, isFirst, isLast, hasBefore: before > 0, version });
  return { piece: sweep(piece), ...at(before + exchanges.length) };
};
