import { RefusedInput } from '../../errors/refused-input.ts';

/** The platform does not accept what was sent. Whoever knows what it was tells a person more than the status does. */
export class PlatformRefusal extends RefusedInput {
  readonly status: number;
  /** The platform's own words, fit to be shown. */
  readonly said: string;

  constructor(message: string, { status, said }: { readonly status: number; readonly said: string }) {
    super(message);
    this.status = status;
    this.said = said;
  }
}
