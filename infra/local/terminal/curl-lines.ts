import type { EmulatorCredentials } from '../emulator/emulator.ts';
import { type SignatureRecipe, signatureRecipe } from '../signature-recipe.ts';
import type { LocalStack } from '../stack-file.ts';

type Connection = LocalStack['connections'][string];

/** Lines of shell that post to a connection as its sender would; each call is a new delivery. */
export function postLines({ auth, url }: Connection, body: string): string {
  const recipe = signatureRecipe(auth);
  if (recipe) return signedPostLines(recipe, url, body);
  return [
    `curl -sS ${quote(url)} -H 'content-type: application/json' \\`,
    ...proofOptions(auth).map((option) => `  ${option} \\`),
    `  -d ${quote(body)}`,
  ].join('\n');
}

/** What proves a sender that does not sign with HMAC, as options of curl. */
function proofOptions(auth: Connection['auth']): string[] {
  switch (auth.scheme) {
    case 'bearer-token':
      return [`-H ${quote(`authorization: Bearer ${auth.token}`)}`];
    case 'basic':
      return [`--user ${quote(`${auth.username}:${auth.password}`)}`];
    case 'api-key':
      return [`-H ${quote(`${auth.header}: ${auth.key}`)}`];
    case 'aws-iam':
      return [
        '--aws-sigv4 "aws:amz:$AWS_REGION:execute-api"',
        '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
      ];
    default:
      return [];
  }
}

function signedPostLines(recipe: SignatureRecipe, url: string, body: string): string {
  const inHexadecimal = '-hex | sed "s/^.*= *//"';
  const inBase64 = '-binary | openssl base64 -A';
  const milliseconds = recipe.timestampUnit === 'milliseconds' ? '000' : '';
  const headers = Object.entries(recipe.headers).map(
    ([name, value]) => `-H "${name}: ${withShellVariables(value)}"`,
  );
  return [
    `(body=${quote(body)}; id=msg_$(openssl rand -hex 12); timestamp=$(date +%s)${milliseconds}`,
    ` signature=$(printf '%s' "${withShellVariables(recipe.signedContent)}" \\`,
    `   | openssl dgst -${recipe.algorithm} -mac HMAC -macopt hexkey:${recipe.key.toString('hex')} ${recipe.encoding === 'hex' ? inHexadecimal : inBase64})`,
    ` curl -sS ${quote(url)} -H 'content-type: application/json' \\`,
    `   ${headers.join(' ')} -d "$body")`,
  ].join('\n');
}

/** `v0:{timestamp}:{body}` inside double quotes; what stands between the parts is literal. */
function withShellVariables(template: string): string {
  return template
    .replaceAll(/["$`\\]/g, (character) => `\\${character}`)
    .replaceAll(/\{([a-z]+)\}/g, (_, name: string) => `\${${name}}`);
}

/** A line of shell that asks what has become of a request, signed as IAM wants it. */
export function askLine(stack: LocalStack, credentials: EmulatorCredentials, requestId: string): string {
  return [
    `curl -sS ${quote(`${stack.apiUrl}/requests/${requestId}`)} \\`,
    `  --aws-sigv4 ${quote(`aws:amz:${stack.region}:execute-api`)} --user ${quote(`${credentials.accessKeyId}:${credentials.secretAccessKey}`)}`,
  ].join('\n');
}

/** One word of a POSIX shell, whatever it holds. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
