import { createHmac } from 'node:crypto';
import type { SenderAuthentication } from '../sender-authentication.ts';
import { type SignatureRecipe, signatureRecipe } from '../signature-recipe.ts';

export interface DeliveryToSign {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * The headers with which a sender proves who it is: none where the address holds the secret, or where AWS
 * credentials sign the whole request.
 */
export function authenticationHeaders(
  sender: SenderAuthentication,
  delivery: DeliveryToSign,
): Record<string, string> {
  const recipe = signatureRecipe(sender);
  return recipe ? signedHeaders(recipe, delivery) : presentedHeaders(sender, delivery);
}

function signedHeaders(
  recipe: SignatureRecipe,
  { id, sentAt, body }: DeliveryToSign,
): Record<string, string> {
  const milliseconds = sentAt.getTime();
  const timestamp = String(
    recipe.timestampUnit === 'milliseconds' ? milliseconds : Math.floor(milliseconds / 1000),
  );
  const signature = createHmac(recipe.algorithm, recipe.key)
    .update(filledIn(recipe.signedContent, { id, timestamp, body }))
    .digest(recipe.encoding);
  return Object.fromEntries(
    Object.entries(recipe.headers).map(([name, value]) => [
      name,
      filledIn(value, { id, timestamp, signature }),
    ]),
  );
}

/** In one pass, so that a body may hold braces of its own. */
function filledIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([a-z]+)\}/g, (text, name: string) => values[name] ?? text);
}

/** A repeat of a delivery is recognised by its key, since no signature names it. */
function presentedHeaders(sender: SenderAuthentication, { id }: DeliveryToSign): Record<string, string> {
  switch (sender.scheme) {
    case 'bearer-token':
      return { authorization: `Bearer ${sender.token}`, 'idempotency-key': id };
    case 'basic':
      return {
        authorization: `Basic ${Buffer.from(`${sender.username}:${sender.password}`, 'utf8').toString('base64')}`,
        'idempotency-key': id,
      };
    case 'api-key':
      return { [sender.header.toLowerCase()]: sender.key, 'idempotency-key': id };
    default:
      return { 'idempotency-key': id };
  }
}
