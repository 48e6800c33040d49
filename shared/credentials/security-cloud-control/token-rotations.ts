/** Has the access token of an organisation rotated outside its schedule. Who uses a token may not make one. */
export interface TokenRotations {
  /**
   * Resolves when a rotation of that secret is on its way: begun by this call, or under way before it.
   * @throws ConfigurationProblem when the secret cannot be rotated
   */
  begin(secretName: string): Promise<void>;
}
