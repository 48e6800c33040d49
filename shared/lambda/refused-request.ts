import { RefusedInput } from '../errors/refused-input.ts';
import type { ProblemKind } from './problem.ts';

/** Refusals that only the caller can mend; what is ours to mend is another error. */
export type RefusalKind = Exclude<ProblemKind, 'internal-error' | 'try-again-later'>;

/** A request that is refused with a problem of its own. A plain `RefusedInput` becomes `not-understood`. */
export class RefusedRequest extends RefusedInput {
  readonly kind: RefusalKind;
  /** Headers that the status asks for: `allow`, `www-authenticate`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: RefusalKind,
    message: string,
    options: ErrorOptions & { headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.headers = options.headers ?? {};
  }
}
