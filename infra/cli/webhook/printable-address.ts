import { type SenderAuthentication, senderAddress } from '../../local/sender-authentication.ts';

/** Where a sender posts to, without the secret that some of these addresses hold. */
export function printableAddress(apiUrl: string, connection: string, sender: SenderAuthentication): string {
  return senderAddress(
    apiUrl,
    connection,
    sender.scheme === 'url-secret' ? { ...sender, secret: '(secret)' } : sender,
  );
}
