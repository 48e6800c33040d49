import { z } from 'zod';
import { allowedSourcesSchema } from './allowed-sources.ts';
import { headerNameSchema } from './header-name.ts';

/** Hash functions of HMAC. SHA-1 is for senders that know nothing newer: as part of an HMAC it still holds. */
export const hmacAlgorithms = ['sha256', 'sha384', 'sha512', 'sha1'] as const;
export type HmacAlgorithm = (typeof hmacAlgorithms)[number];

/** Parts that a template of signed content may name. */
const placeholder = /\{(?:id|timestamp|body)\}/g;

/** A delivery id is made of these, so that any other character after or before it is a border. */
const idCharacter = /[A-Za-z0-9_-]/;

const countOf = (template: string, part: string) => template.split(part).length - 1;

/** An id that touches another part could be made longer at its cost without a change of the signed bytes. */
function keepsIdApart(template: string): boolean {
  const [before = '', after] = template.split('{id}');
  if (after === undefined) return true;
  const borders = [before.at(-1), after.at(0)].filter((character) => character !== undefined);
  return borders.every((character) => !'{}'.includes(character) && !idCharacter.test(character));
}

/** A sender's own HMAC header in words: what is signed, how, and where it is found. */
export const describedHmacSchema = z
  .strictObject({
    scheme: z.literal('hmac'),
    header: headerNameSchema.describe('The header that holds the signature.'),
    prefix: z
      .string()
      .max(50)
      .default('')
      .describe('What stands before the signature in its header, such as "sha256=".'),
    algorithm: z.enum(hmacAlgorithms).default('sha256').describe('The hash function of the HMAC.'),
    encoding: z.enum(['hex', 'base64']).default('hex').describe('How the signature is written.'),
    secretEncoding: z
      .enum(['text', 'hex', 'base64'])
      .default('text')
      .describe('How the stored secret becomes the key: as it stands, or decoded first.'),
    signedContent: z
      .string()
      .max(200)
      .default('{body}')
      .describe(
        'What is signed: {body}, and {timestamp} and {id} where their headers are named, with the characters between them; for example "{timestamp}.{body}".',
      ),
    timestampHeader: headerNameSchema.optional().describe('The header that stands for {timestamp}.'),
    timestampUnit: z
      .enum(['seconds', 'milliseconds'])
      .default('seconds')
      .describe('What {timestamp} counts since 1970.'),
    toleranceSeconds: z
      .int()
      .min(30)
      .max(900)
      .default(300)
      .describe("How far the sender's clock may be from ours, in either direction."),
    idHeader: headerNameSchema
      .optional()
      .describe('The header that stands for {id}: letters, digits, - and _. It names the delivery.'),
    allowedSources: allowedSourcesSchema.optional(),
  })
  .superRefine((settings, context) => {
    const { signedContent, timestampHeader, idHeader } = settings;
    const complain = (message: string) =>
      context.addIssue({ code: 'custom', path: ['signedContent'], input: signedContent, message });
    if (/[{}]/.test(signedContent.replaceAll(placeholder, ''))) {
      return complain('only {body}, {timestamp} and {id} may stand in braces');
    }
    if (countOf(signedContent, '{body}') !== 1) return complain('{body} must be signed, exactly once');
    for (const [part, header] of Object.entries({ timestamp: timestampHeader, id: idHeader })) {
      const count = countOf(signedContent, `{${part}}`);
      if (count > 1) complain(`{${part}} may be named once`);
      if (count === 0 && header !== undefined) {
        complain(`${part}Header is named but {${part}} is not signed: what is not signed proves nothing`);
      }
      if (count > 0 && header === undefined) complain(`{${part}} needs ${part}Header`);
    }
    if (!keepsIdApart(signedContent)) {
      complain('{id} needs a character around it that no id has, such as a dot: "{id}.{body}"');
    }
  });

export type DescribedHmac = z.infer<typeof describedHmacSchema>;
