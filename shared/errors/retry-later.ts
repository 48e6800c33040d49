import { AutomationError } from './automation-error.ts';

/** It did not work now and may work later: put the work back for at least {@link retryAfterSeconds}. */
export class RetryLater extends AutomationError {
  /** Whole or fractional seconds to wait before the next try; 0 when nothing better is known. */
  readonly retryAfterSeconds: number;

  constructor(message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options);
    this.retryAfterSeconds = options.retryAfterSeconds ?? 0;
  }
}
