/** An organisation as the platform shows it. */
export interface Organisation {
  /** The id that the console shows and that belongs into paths. */
  readonly id: string;
  /** The id that stands in access tokens; in a path it is another organisation's. */
  readonly idInTokens: string;
  readonly name: string;
  readonly type: 'STANDALONE';
  readonly regionCode: 'NAM' | 'EU' | 'APJC';
  readonly regionDescription: string;
  readonly created: string;
}

/** The organisation without what only the simulator knows. */
export function organisationBody({ idInTokens: _idInTokens, ...shown }: Organisation) {
  return shown;
}
