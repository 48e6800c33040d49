import { z } from 'zod';
import { redactVendorText } from '../../http/redact.ts';

const words = z.string().min(1).optional().catch(undefined);

const locationSchema = z.object({
  locationType: words,
  locationName: words,
  product: words,
  count: z.int().nonnegative().optional().catch(undefined),
  items: z
    .array(z.object({ name: words }))
    .optional()
    .catch(undefined),
});

type UsageLocation = z.infer<typeof locationSchema>;

const usageSchema = z.object({ usageLocations: z.array(locationSchema) });

/** Names that are written out; a sentence is not a list. */
const mostNamed = 3;

/**
 * Where an object is used, as a sentence for the person who has to take it out of there:
 * `It is used in the network group blocked (secureAccess) and 2 × in the policy Security Policies (sdWan).`
 * @param body of a 409; `undefined` when it names no place
 */
export function usageSentence(body: unknown): string | undefined {
  const parsed = usageSchema.safeParse(body);
  if (!parsed.success || parsed.data.usageLocations.length === 0) return undefined;
  const places = parsed.data.usageLocations.map(placeOf);
  const shown = places.slice(0, mostNamed);
  if (places.length > mostNamed) shown.push(`${places.length - mostNamed} more places`);
  return `It is used ${redactVendorText(new Intl.ListFormat('en-GB').format(shown))}.`;
}

function placeOf({ locationType, locationName, product, count, items = [] }: UsageLocation): string {
  const what =
    locationType === undefined || locationType === 'other' ? '' : locationType.replaceAll('_', ' ');
  const names = items.flatMap(({ name }) => (name === undefined ? [] : [name])).slice(0, mostNamed);
  const where = locationName ?? 'a place without a name';
  const times = count === undefined || count === 1 ? '' : `${count} × `;
  const named = names.length === 0 ? '' : `: ${names.join(', ')}`;
  return `${times}in ${what && `the ${what} `}${where}${named}${product === undefined ? '' : ` (${product})`}`;
}
