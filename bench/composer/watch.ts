/** What the page keeps while somebody types. */
export interface Typing {
  typing: { readonly times: number[]; readonly waiting: { readonly text: string; readonly at: number }[] };
}

/**
 * Runs in the page. Takes the time of every input event, and of the commit after which the draft and the phone show the text of that
 * moment. Text is only ever added, so that a newer answer has the older ones in it.
 */
export const watchTyping = (): void => {
  const typing: Typing['typing'] = { times: [], waiting: [] };
  (window as unknown as Typing).typing = typing;
  const draft = document.querySelector('[role="tabpanel"] .cm-content');
  const isShown = (text: string): boolean =>
    (draft?.textContent.includes(text) ?? false) &&
    [...document.querySelectorAll('[aria-label^="Predicted:"]')].some((card) =>
      card.getAttribute('aria-label')?.includes(text.trim()),
    );
  /** The text of the push so far: of the field, or of its line in the JSON. */
  const written = (target: EventTarget | null): string => {
    if (target instanceof HTMLTextAreaElement) return target.value;
    const json = target instanceof Element ? target.closest('.cm-content')?.textContent : undefined;
    return /"Desc": "(.*?)!?"/.exec(json ?? '')?.[1] ?? '';
  };
  window.addEventListener(
    'input',
    ({ target, timeStamp }) => {
      // An editor has its own way of taking the text in; it is there when the event is over.
      if (target instanceof HTMLTextAreaElement) typing.waiting.push({ text: written(target), at: timeStamp });
      else queueMicrotask(() => typing.waiting.push({ text: written(target), at: timeStamp }));
    },
    true,
  );
  new MutationObserver(() => {
    while (typing.waiting[0] && isShown(typing.waiting[0].text)) {
      const { at } = typing.waiting.shift() ?? { at: 0 };
      typing.times.push(performance.now() - at);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
};
