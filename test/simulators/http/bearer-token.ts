import { createHash } from 'node:crypto';

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
}

/** SHA-256 of a secret in hexadecimal: how the control talks about secrets without showing any. */
export function sha256Of(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Eight characters that tell tokens apart in a log and give nothing away: the start of {@link sha256Of}. */
export function shortTokenId(token: string): string {
  return sha256Of(token).slice(0, 8);
}
