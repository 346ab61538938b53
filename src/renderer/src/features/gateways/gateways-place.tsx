/** Being built. */
export function GatewaysPlace() {
  return null;
}
