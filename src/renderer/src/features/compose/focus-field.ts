/** Moves the focus to a field of the composer by its `data-field`, and selects what is in it. */
export const focusField = (name: string): void => {
  const field = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
};
