/** What a person is called, for people to read. It identifies nobody. */
export interface PersonName {
  readonly given: string;
  readonly family: string;
}
