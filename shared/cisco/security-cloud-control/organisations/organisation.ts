import { z } from 'zod';
import { type Organisation, organisationIdSchema } from '../../../organisations/organisation.ts';
import { lenientText } from '../lenient-text.ts';

/** An organisation as the platform lists it. Without an id or a name it cannot be told from others. */
export const organisationSchema = z
  .object({
    id: organisationIdSchema,
    name: z.string(),
    regionCode: lenientText,
    type: lenientText,
  })
  .transform(
    ({ id, name, regionCode, type }): Organisation => ({ id, name, region: regionCode, kind: kindOf(type) }),
  );

function kindOf(type: string | undefined): Organisation['kind'] {
  switch (type) {
    case 'STANDALONE':
      return 'standalone';
    case 'MANAGER':
      return 'manager';
    case 'MANAGED':
      return 'managed';
    default:
      return 'unknown';
  }
}
