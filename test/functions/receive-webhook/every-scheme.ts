import { authenticationHeaders } from '#infra/local/demo/sign-delivery.ts';
import { generateSenderAuthentication, secretOf } from '#infra/local/sender-authentication.ts';
import { authenticationSchema } from '#shared/config/authentication.ts';
import { everyAuthentication } from '#test/infra/local/every-sender.ts';
import type { IntakeOptions, Sent } from './webhook-intake.ts';

/** The time of the intake's clock when it begins. */
const startTime = new Date('2026-11-22T10:00:00Z');

const senders = Object.entries(everyAuthentication).map(([name, written]) => {
  const settings = authenticationSchema.parse(written);
  return {
    name,
    written,
    sender: generateSenderAuthentication(settings),
    retiring: generateSenderAuthentication(settings),
  };
});

/** The names of connections, one for each scheme. */
export const schemeNames = senders.map(({ name }) => name);

/** A connection for each scheme; the secret that signs is the current one, another is about to retire. */
export function connectionPerScheme(kind: string): IntakeOptions {
  return {
    connections: Object.fromEntries(
      senders.map(({ name, written }) => [
        name,
        { kind, authentication: written, destinationLists: ['soc-block'] },
      ]),
    ),
    secrets: Object.fromEntries(
      senders.map(({ name, sender, retiring }) => {
        const [current = '', previous = ''] = [secretOf(sender), secretOf(retiring)];
        return [name, { current, previous }];
      }),
    ),
  };
}

/** A delivery as the sender of this scheme would make it. */
export function authenticDelivery(
  name: string,
  body: string,
  options: { readonly id?: string; readonly with?: 'current' | 'previous' } = {},
): Required<Pick<Sent, 'connection' | 'body' | 'headers' | 'urlSecret' | 'sourceAddress' | 'awsCallerArn'>> {
  const known = senders.find((one) => one.name === name);
  if (!known) throw new Error(`no connection ${name}`);
  const sender = options.with === 'previous' ? known.retiring : known.sender;
  return {
    connection: name,
    body,
    headers: authenticationHeaders(sender, { id: options.id ?? 'msg_1', sentAt: startTime, body }),
    urlSecret: name === 'url-secret' ? (secretOf(sender) ?? '') : '',
    sourceAddress: '203.0.113.9',
    awsCallerArn: name === 'aws-iam' ? 'arn:aws:sts::111122223333:assumed-role/soar/session' : '',
  };
}
