/** A setting about destinations that does not fit the rest of the configuration. */
export interface DestinationProblem {
  readonly path: (string | number)[];
  readonly input: unknown;
  readonly message: string;
}
