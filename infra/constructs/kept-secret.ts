/** Secrets of one kind, by the name of the connection or organisation. */
export type SecretsByName = Readonly<Record<string, KeptSecret>>;

/** What a grant needs to know of a secret. */
export interface KeptSecret {
  readonly name: string;
  readonly arn: string;
}
