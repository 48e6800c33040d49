import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authenticDelivery, connectionPerScheme, schemeNames } from './every-scheme.ts';
import { webhookIntake } from './webhook-intake.ts';

let intake: ReturnType<typeof webhookIntake>;
beforeEach(() => {
  intake = webhookIntake(connectionPerScheme('ioc-list'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const body = '{"indicators":["examplemalwaredomain.com"],"source":"Bücher"}';

/** Schemes whose signature has a time. */
const timed = ['standard-webhooks', 'slack', 'stripe', 'hmac-with-everything'];
/** Schemes that prove the sender and not the body. */
const unsigned = ['bearer-token', 'basic', 'api-key', 'url-secret', 'aws-iam'];
const signed = schemeNames.filter((name) => !unsigned.includes(name));

describe.each(schemeNames)('a delivery proved by %s', (name) => {
  it('is accepted', async () => {
    expect((await intake.send(authenticDelivery(name, body))).status).toBe(202);
  });

  it.skipIf(name === 'aws-iam')('is accepted with the second of two secrets', async () => {
    expect((await intake.send(authenticDelivery(name, body, { with: 'previous' }))).status).toBe(202);
  });

  it('is accepted in base64, as a gateway may hand it over', async () => {
    const answer = await intake.send({ ...authenticDelivery(name, body), isBase64Encoded: true });
    expect(answer.status).toBe(202);
    expect(intake.recorded).toHaveLength(1);
  });

  it('is no news when it comes again', async () => {
    const delivery = authenticDelivery(name, body);
    const [first, second] = [await intake.send(delivery), await intake.send(delivery)];
    expect(first.body.duplicate).toBe(false);
    expect(second.body).toEqual({ ...first.body, duplicate: true });
    expect(intake.recorded).toHaveLength(1);
  });

  it('is refused without its proof, and nothing of it is done', async () => {
    const { connection, sourceAddress } = authenticDelivery(name, body);
    const answer = await intake.send({ connection, body, sourceAddress });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/\S/);
    expect(intake.published).toEqual([]);
  });

  it('is refused with the proof of every other scheme', async () => {
    for (const other of schemeNames.filter((one) => one !== name)) {
      const { headers, urlSecret, awsCallerArn } = authenticDelivery(other, body);
      const proof = { headers, urlSecret, awsCallerArn, sourceAddress: '203.0.113.9' };
      expect((await intake.send({ connection: name, body, ...proof })).status, other).toBe(401);
    }
  });
});

describe.each(signed)('a recorded delivery signed as %s', (name) => {
  it('cannot be made to look new by what is not signed', async () => {
    const delivery = authenticDelivery(name, body);
    await intake.send(delivery);
    const headers = { ...delivery.headers, 'idempotency-key': 'new', 'x-github-delivery': 'new' };
    const replay = await intake.send({ ...delivery, headers, sourceAddress: '198.51.100.66' });
    expect(replay.body).toMatchObject({ duplicate: true });
    expect(intake.recorded).toHaveLength(1);
  });

  it('is refused or known again after a day', async () => {
    const delivery = authenticDelivery(name, body);
    await intake.send(delivery);
    intake.secondsPass(86_400);
    const replay = await intake.send(delivery);
    if (timed.includes(name)) expect(replay.status).toBe(401);
    else expect(replay.body).toMatchObject({ duplicate: true });
    expect(intake.recorded).toHaveLength(1);
  });

  it('does not vouch for another body', async () => {
    const { headers, ...rest } = authenticDelivery(name, body);
    const forged = { ...rest, headers, body: body.replace('examplemalwaredomain', 'internetbadguys') };
    expect((await intake.send(forged)).status).toBe(401);
  });
});

describe('a sender with address ranges', () => {
  const delivery = authenticDelivery('url-secret', body);

  it.each(['198.51.100.1', '', undefined])(
    'is refused from %s, and no secret is read for it',
    async (sourceAddress) => {
      const { sourceAddress: _, ...fromElsewhere } = delivery;
      const answer = await intake.send({
        ...fromElsewhere,
        ...(sourceAddress !== undefined && { sourceAddress }),
      });
      expect(answer.status).toBe(401);
      expect(answer.body.detail).toMatch(/in none of the connection's allowedSources/);
      expect(intake.secretReads()).toBe(0);
    },
  );

  it('cannot choose its address by a header', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' };
    const answer = await intake.send({ ...delivery, headers, sourceAddress: '198.51.100.1' });
    expect(answer.status).toBe(401);
  });
});

it('no secret of any scheme shows in a log line or an answer', async () => {
  const answers: unknown[] = [];
  for (const name of schemeNames) {
    const delivery = authenticDelivery(name, body);
    answers.push((await intake.send(delivery)).body);
    answers.push(
      (await intake.send({ ...delivery, body: `${body} `, urlSecret: `${delivery.urlSecret}x` })).body,
    );
  }
  const written = JSON.stringify(answers) + intake.logLines.join('\n');
  const secrets = Object.values(connectionPerScheme('ioc-list').secrets ?? {}).flatMap(
    ({ current, previous }) => [current, previous ?? ''],
  );
  for (const secret of secrets.filter((one) => one !== '')) expect(written).not.toContain(secret);
});
