import * as z from 'zod';
import { LibraryFile } from '../../shared/contract/presets.ts';

/** Name of the schema file that stands beside the files. Names that end like this are never read as presets. */
export const schemaSuffix = '.schema.json';
export const schemaFile = `preset${schemaSuffix}`;

/** JSON Schema (2020-12) of a file as somebody writes it: what has a default may be left out. */
export const librarySchema = (): Record<string, unknown> => ({
  $id: 'pushscope:preset',
  title: 'Pushscope preset or scenario',
  description: 'A message to start from, or a story of events to step through.',
  ...z.toJSONSchema(LibraryFile, { io: 'input', reused: 'ref' }),
});
export const printSchema = (): string => `${JSON.stringify(librarySchema(), null, 2)}\n`;
