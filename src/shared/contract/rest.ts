import * as z from 'zod';
import { Problem } from './common.ts';
import { Message } from './message.ts';

/** The three calls of the IM REST API that send a message to be pushed. */
export const RestCall = z.enum(['sendmsg', 'batchsendmsg', 'send_group_msg']);
export type RestCall = z.infer<typeof RestCall>;

/** What the REST API answers, always with HTTP status 200. Names are the API's own. */
export const RestAnswer = z.object({
  ActionStatus: z.enum(['OK', 'FAIL', 'SomeError']),
  /** 0: done. */
  ErrorCode: z.number().int(),
  ErrorInfo: z.string(),
  /** Seconds. */
  MsgTime: z.number().int().optional(),
  MsgKey: z.string().optional(),
  MsgSeq: z.number().int().optional(),
  /** batchsendmsg: the recipients that do not get it. */
  ErrorList: z.array(z.object({ To_Account: z.string(), ErrorCode: z.number().int() })).optional(),
});
export type RestAnswer = z.infer<typeof RestAnswer>;

/** A JSON text read as one of the calls. Problems carry JSON paths into the text; unknown fields are kept in `message`. */
export const RestRead = z.object({
  call: RestCall,
  /** Null: the text is no such call, `problems` says why. */
  message: Message.nullable(),
  /** What the backend would answer. */
  answer: RestAnswer,
  problems: z.array(Problem),
});
export type RestRead = z.infer<typeof RestRead>;
