import { GiveUp } from '../../errors/give-up.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import { readVendorError } from './error-body.ts';

/**
 * For an answer that is none of the documented ones, or a refusal that only a person understands.
 * @param wish what was asked for, as in "to list the VPN connections"
 */
export function unexpectedAnswer(
  wish: string,
  { status, body }: Pick<HttpAnswer, 'status' | 'body'>,
): GiveUp {
  return new GiveUp(
    status < 400
      ? `Secure Access answered ${status} to the wish ${wish}, not in the documented form. Nothing is concluded from that.`
      : `Secure Access answered ${status} to the wish ${wish}: ${readVendorError(body).text}.`,
  );
}
