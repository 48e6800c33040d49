import type { EmulatorCredentials } from '../emulator/emulator.ts';
import type { LocalStack } from '../stack-file.ts';

type Connection = LocalStack['connections'][string];

/** Lines of shell that post to a connection as its sender would; each call is a new delivery. */
export function postLines(connection: Connection, body: string): string {
  const { auth, url } = connection;
  switch (auth.scheme) {
    case 'bearer-token':
      return [
        `curl -sS ${quote(url)} -H 'content-type: application/json' \\`,
        `  -H ${quote(`authorization: Bearer ${auth.token}`)} \\`,
        `  -d ${quote(body)}`,
      ].join('\n');
    case 'standard-webhooks':
      return [
        `(body=${quote(body)}; id=msg_$(openssl rand -hex 12); time=$(date +%s)`,
        ` signature=$(printf '%s.%s.%s' "$id" "$time" "$body" \\`,
        `   | openssl dgst -sha256 -mac HMAC -macopt hexkey:${signingKeyInHexadecimal(auth.secret)} -binary | openssl base64 -A)`,
        ` curl -sS ${quote(url)} -H 'content-type: application/json' \\`,
        `   -H "webhook-id: $id" -H "webhook-timestamp: $time" -H "webhook-signature: v1,$signature" -d "$body")`,
      ].join('\n');
  }
}

/** A line of shell that asks what has become of a request, signed as IAM wants it. */
export function askLine(stack: LocalStack, credentials: EmulatorCredentials, requestId: string): string {
  return [
    `curl -sS ${quote(`${stack.apiUrl}/requests/${requestId}`)} \\`,
    `  --aws-sigv4 ${quote(`aws:amz:${stack.region}:execute-api`)} --user ${quote(`${credentials.accessKeyId}:${credentials.secretAccessKey}`)}`,
  ].join('\n');
}

/** The key in the form that `openssl` takes on every system. */
function signingKeyInHexadecimal(secret: string): string {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64').toString('hex');
}

/** One word of a POSIX shell, whatever it holds. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
