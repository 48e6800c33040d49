import { z } from 'zod';
import type { AuthorisedXdrClient } from './authorised-client.ts';
import { type Observable, observableSchema } from './observable.ts';

/** An item of another form is no observable for us; the others are still worth having. */
const answerSchema = z
  .array(observableSchema.nullable().catch(null))
  .transform((found) => found.filter((one) => one !== null));

/**
 * What XDR recognises in a text, in its order and with its types: `POST /iroh/iroh-inspect/inspect`. Which of its types
 * it recognises, how long a text may be and how disarmed text is read are not documented.
 * @returns nothing for a blank text, without a request
 * @see https://visibility.amp.cisco.com/iroh/iroh-inspect/index.html
 */
export async function inspectText(client: AuthorisedXdrClient, text: string): Promise<readonly Observable[]> {
  if (text.trim() === '') return [];
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: '/iroh/iroh-inspect/inspect',
      json: { content: text },
      scope: 'inspect:read',
      repetition: 'repeatable',
    },
    answerSchema,
  );
}
