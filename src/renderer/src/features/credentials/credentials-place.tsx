/** Being built. */
export function CredentialsPlace() {
  return null;
}
