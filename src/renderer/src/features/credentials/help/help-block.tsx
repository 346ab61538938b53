import type { Block, Inlines } from './page.ts';

/** One block of a documentation page. */
export function HelpBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Running words={block.words} />
        </p>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((words, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a page never changes while it is shown
        <li key={index}>
          <Running words={words} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
  }
}

function Table({ head, rows }: { readonly head: readonly Inlines[]; readonly rows: readonly (readonly Inlines[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((words, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a page never changes while it is shown
            <th key={index} scope="col">
              <Running words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- a page never changes while it is shown
          <tr key={row}>
            {cells.map((words, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a page never changes while it is shown
              <td key={index}>
                <Running words={words} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Running({ words }: { readonly words: Inlines }) {
  return words.map((one, index) => {
    const key = `${index} ${one.kind}`;
    if (one.kind === 'link') {
      return (
        <a key={key} href={one.url} target="_blank" rel="noreferrer">
          {one.text}
        </a>
      );
    }
    if (one.kind === 'code') return <code key={key}>{one.text}</code>;
    return one.kind === 'strong' ? <strong key={key}>{one.text}</strong> : one.text;
  });
}
