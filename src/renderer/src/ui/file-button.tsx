import { useRef, type ComponentProps } from 'react';
import { Button } from './button.tsx';

interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** Kinds of files, as the `accept` of an input. */
  readonly accept?: string;
  /** Spoken label of the choice. */
  readonly spoken: string;
  readonly onFile: (file: File) => void;
}

/** A button that lets somebody choose a file. */
export function FileButton({ accept, spoken, onFile, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={spoken}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
