import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authenticationSchema } from '#shared/config/authentication.ts';
import { authenticationMethod } from '#shared/webhooks/authentication/methods.ts';
import { signatureVectors, signedAtSeconds, signedBody } from './signature-vectors.ts';

const vectors = Object.entries(signatureVectors).map(([name, vector]) => ({ name, ...vector }));

interface Changes {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly secret?: { readonly current: string; readonly previous?: string };
  readonly secondsLater?: number;
}

/** Presents the delivery of a vector with some changes. */
function present(vector: (typeof vectors)[number], changes: Changes = {}) {
  const method = authenticationMethod(authenticationSchema.parse(vector.settings));
  if (method.proof !== 'secret') throw new Error('a signed scheme has a secret');
  const secret = changes.secret ?? { current: vector.secret };
  return method.authenticate(
    {
      headers: new Map(Object.entries(changes.headers ?? vector.headers)),
      body: Buffer.from(changes.body ?? signedBody),
      receivedAt: new Date((signedAtSeconds + (changes.secondsLater ?? 0)) * 1000),
    },
    { current: method.secretSchema.parse(secret.current), previous: secret.previous },
  );
}

/** Another secret of the same kind. */
const otherSecret = (secret: string) => secret.replace(/.{4}(?=.=*$)/, '1111');

/** The same signature with its last digits but the padding changed. */
const damaged = (value: string) => value.replace(/.(?=.=*$)/, (one) => (one === 'b' ? 'c' : 'b'));

describe.each(vectors)('$name', (vector) => {
  const { headers, signatureHeader, timestampHeader, signedId } = vector;
  const signature = headers[signatureHeader] ?? '';

  it('is authentic, and named by what was signed alone', () => {
    const bodySha256 = createHash('sha256').update(signedBody).digest('hex');
    const deliveryId = signedId ?? `sha256:${bodySha256}`;
    expect(present(vector)).toEqual({ kind: 'authentic', deliveryId });
    const unsigned = { ...headers, 'idempotency-key': 'new', 'x-delivery-id': 'new' };
    expect(present(vector, { headers: unsigned })).toEqual({ kind: 'authentic', deliveryId });
  });

  it('is authentic with the secret that was current before', () => {
    const secret = { current: otherSecret(vector.secret), previous: vector.secret };
    expect(present(vector, { secret }).kind).toBe('authentic');
  });

  it('is refused when it was signed with another secret', () => {
    expect(present(vector, { secret: { current: otherSecret(vector.secret) } })).toEqual({
      kind: 'refused',
      likelyCause: expect.stringContaining('the signature fits none of the valid secrets'),
    });
  });

  it.each([
    ['one byte more', `${signedBody} `],
    ['one byte less', signedBody.slice(0, -1)],
    ['one letter changed', signedBody.replace('m', 'n')],
    ['its JSON written in another way', signedBody.replace('ü', '\\u00fc')],
    ['nothing in it', ''],
  ])('is refused when its body has %s', (_, body) => {
    expect(present(vector, { body }).kind).toBe('refused');
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['damaged', damaged(signature)],
    ['cut short', signature.slice(0, -4)],
    ['longer', `${signature}AAAA`],
    ['behind another letter', `x${signature}`],
  ])('is refused when its signature is %s', (_what, changed) => {
    const { [signatureHeader]: _, ...others } = headers;
    const kept = changed === undefined ? others : { ...others, [signatureHeader]: changed };
    expect(present(vector, { headers: kept }).kind).toBe('refused');
  });

  it.runIf(/[0-9a-f]{40}/.test(signature))('is authentic in capital hexadecimal digits', () => {
    const capitals = signature.replace(/[0-9a-f]{40,}$/, (digits) => digits.toUpperCase());
    expect(capitals).not.toBe(signature);
    expect(present(vector, { headers: { ...headers, [signatureHeader]: capitals } }).kind).toBe('authentic');
  });

  if (timestampHeader === undefined) {
    it('is authentic at any time: a repeat is told by its body', () => {
      expect(present(vector, { secondsLater: 86_400 })).toEqual(present(vector));
    });
  } else {
    it.each([-300, 300])('is authentic %i s from our clock', (secondsLater) => {
      expect(present(vector, { secondsLater }).kind).toBe('authentic');
    });

    it.each([-301, 301])('is refused %i s from our clock', (secondsLater) => {
      expect(present(vector, { secondsLater })).toEqual({
        kind: 'refused',
        likelyCause: expect.stringContaining('and may be 300 s off'),
      });
    });

    it.each(['1795341601', '2026-11-22', '', '-1', '1e9', '0x6b016a20'])(
      'is refused when its time says %j',
      (time) => {
        const changed = headers[timestampHeader]?.replace(`${signedAtSeconds}`, time) ?? '';
        expect(present(vector, { headers: { ...headers, [timestampHeader]: changed } }).kind).toBe('refused');
      },
    );
  }
});

describe('a header that lists several signatures', () => {
  const stranger = '0'.repeat(64);
  const digits = '887ae3ed933a553d85b1c80de6609a4096ee32411f6e0ada1d78285b235b826b';
  const pagerDuty = { name: 'PagerDuty', ...vectorOf('PagerDuty') };
  const stripe = { name: 'Stripe', ...vectorOf('Stripe') };
  const stripeSignature = stripe.headers['stripe-signature'] ?? '';

  it.each([
    `v1=${stranger},v1=${digits}`,
    `v1=${digits}, v1=${stranger}`,
    `v2=${stranger},v1=short,v1=${digits}`,
  ])('is authentic when one of them fits: %s', (list) => {
    expect(present(pagerDuty, { headers: { 'x-pagerduty-signature': list } }).kind).toBe('authentic');
  });

  it('is not read without end', () => {
    const list = `${`v1=${stranger},`.repeat(10)}v1=${digits}`;
    expect(present(pagerDuty, { headers: { 'x-pagerduty-signature': list } }).kind).toBe('refused');
  });

  it("may be Stripe's, with versions that are not known here", () => {
    const list = `${stripeSignature},v1=${stranger},v0=${digits}`;
    expect(present(stripe, { headers: { 'stripe-signature': list } }).kind).toBe('authentic');
  });

  it('may not give two times', () => {
    const list = `${stripeSignature},t=${signedAtSeconds + 1}`;
    expect(present(stripe, { headers: { 'stripe-signature': list } }).kind).toBe('refused');
  });
});

function vectorOf(name: string) {
  const vector = signatureVectors[name];
  if (!vector) throw new Error(`no vector ${name}`);
  return vector;
}
