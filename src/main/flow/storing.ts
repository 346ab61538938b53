import type { Notice } from '../../shared/contract/index.ts';
import { isAppError } from '../../shared/contract/errors.ts';

interface Notices {
  note(notice: Notice): void;
  unnote(id: string): void;
}

const noticeId = 'not-stored';

/** Says in the window that pushes cannot be stored, as long as that is so. Told about every push, it speaks only when that changes. */
export class Storing {
  readonly #notices: Notices;
  #said: string | null = null;

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  worked(): void {
    if (this.#said === null) return;
    this.#said = null;
    this.#notices.unnote(noticeId);
  }

  failed(error: unknown): void {
    const isFull = isAppError(error) && error.code === 'store.disk-full';
    const id = isFull ? 'notice.disk-full' : 'notice.not-stored';
    if (this.#said === id) return;
    this.#said = id;
    this.#notices.note({ id: noticeId, severity: 'warning', phrase: { id } });
  }
}
