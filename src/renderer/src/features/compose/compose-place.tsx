/** Being built. */
export function ComposePlace() {
  return null;
}
