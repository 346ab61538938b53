import type { ClipboardEvent } from 'react';
import { TextInput } from '../../../ui/field.tsx';

interface SecretInputProps {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** All at once from the clipboard; absent: like any other change. */
  readonly onPasted?: (text: string) => void;
  readonly placeholder?: string;
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A password field that keeps the lines of what is pasted: browsers take them out, and a PEM is nothing without them. */
export function SecretInput({ onPasted, ...input }: SecretInputProps) {
  const { onText } = input;
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (onPasted === undefined && !/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    (onPasted ?? onText)(text);
  };
  return <TextInput {...input} type="password" autoComplete="new-password" mono onPaste={paste} />;
}
